import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { SectionCard } from '../../components/SectionCard';
import { useToast } from '../../components/Toast';
import { useRemovePart } from './api/file';
import { companyKeys } from './api/keys';
import type { Company } from './api/companies';

interface PartsProps<Part> {
  title: string;
  addLabel: string;
  parts: Part[];
  mayWrite: boolean;
  /** What is said where there are none. */
  empty?: ReactNode;
  /** The form of one, or of a new one. */
  form: (part: Part | undefined, onClose: () => void) => ReactNode;
  /** One as it is read; `onOpen` where it may be changed. */
  row: (part: Part, onOpen?: () => void) => ReactNode;
}

/** Several of a kind that a company has, such as its sites: read in rows, and one at a time changed in its place. */
export function PartsSection<Part extends { id: string }>({ title, addLabel, parts, mayWrite, empty, form, row }: PartsProps<Part>) {
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  return (
    <SectionCard
      title={title}
      actions={
        mayWrite &&
        !open && (
          <Button look="plain" small icon="plus" onClick={() => setOpen('new')}>
            {addLabel}
          </Button>
        )
      }
    >
      {open === 'new' && form(undefined, close)}
      {parts.length === 0 && empty ? (
        !open && empty
      ) : (
        <ul className="rows">
          {parts.map((part) => (
            <li key={part.id}>{open === part.id ? form(part, close) : row(part, mayWrite && !open ? () => setOpen(part.id) : undefined)}</li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

/** What may be done with one: change it and, where it is not the one that must be there, remove it. */
export function PartActions({ company, part, id, name, question, onOpen }: { company: Company; part: 'person' | 'site'; id: string; name: string; question?: string; onOpen?: () => void }) {
  const { t } = useTranslation('companies');
  const remove = useRemovePart(company, part);
  const confirm = useConfirm();
  const toast = useToast();
  if (!onOpen) return null;
  const takeAway = async (title: string) => {
    if (!(await confirm({ title, text: t('file.removeText'), action: t('file.remove') }))) return;
    toast.after(remove.mutateAsync(id), t('file.removed'));
  };
  return (
    <div className="row-actions">
      <Button look="plain" small aria-label={t('file.changeOne', { name })} onClick={onOpen}>
        {t('file.change')}
      </Button>
      {question && (
        <Button look="plain" small aria-label={t('file.removeOne', { name })} busy={remove.isPending} onClick={() => void takeAway(question)}>
          {t('file.remove')}
        </Button>
      )}
    </div>
  );
}

/** What follows a saved part. */
export function usePartSaved(words: string, onClose: () => void) {
  const queries = useQueryClient();
  const toast = useToast();
  return () => {
    void queries.invalidateQueries({ queryKey: companyKeys.all });
    toast.done(words);
    onClose();
  };
}
