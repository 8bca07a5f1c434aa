import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { todayKey } from '../../../api/today';
import { Button, ButtonLink } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Form, text, TextArea, useApiForm } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { longDate } from '../../../lib/format';
import { undoMerge, useLikelySame, useMerges, type PersonMerge } from '../api/duplicates';
import { peopleKeys } from '../api/keys';
import type { Person } from '../api/person';
import { Reasons, TellApart } from './PairRow';

/** "It seems the same person as…", for who may merge. */
export function LikelySame({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  const mayMerge = useRight('beneficiaries:merge');
  const pairs = useLikelySame(person.id, mayMerge).data ?? [];
  return (
    <>
      {pairs.map((pair) => {
        const other = pair.first.id === person.id ? pair.second : pair.first;
        return (
          <Notice key={other.id} tone="warn" title={t('duplicates.seems', { name: other.displayName })}>
            <Reasons pair={pair} />
            <div className="row-actions">
              <ButtonLink small to={`/beneficiaries/duplicates/${person.id}/${other.id}`} aria-label={t('duplicates.compareOne', { first: pair.first.displayName, second: pair.second.displayName })}>
                {t('duplicates.compare')}
              </ButtonLink>
              <TellApart pair={pair} />
            </div>
          </Notice>
        );
      })}
    </>
  );
}

/** What became part of this record, with its undoing; nothing where there never was a merge. */
export function MergesSection({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  const mayMerge = useRight('beneficiaries:merge');
  const merges = useMerges(person.id).data ?? [];
  const [undoing, setUndoing] = useState<PersonMerge | null>(null);
  if (merges.length === 0) return null;
  return (
    <div id="merges">
      <SectionCard title={t('merges.title')} note={t('merges.note')}>
        <ul className="rows">
          {merges.map((merge) => (
            <li key={merge.id}>
              <div>
                <b>{merge.absorbedName ?? t('merges.apart')}</b>
                {merge.reason && <div>{merge.reason}</div>}
                <div className="hint">
                  {t('merges.mergedOn', { day: longDate(merge.mergedAt), name: merge.mergedByName ?? t('team.unknown') })}
                  {merge.undoneAt && ` · ${t('merges.undoneOn', { day: longDate(merge.undoneAt), name: merge.undoneByName ?? t('team.unknown') })}`}
                </div>
                {merge.obstacle === 'tooLate' && <div className="hint">{t('merges.tooLate', { day: longDate(merge.canBeUndoneUntil) })}</div>}
                {!merge.obstacle && <div className="hint">{t('merges.until', { day: longDate(merge.canBeUndoneUntil) })}</div>}
              </div>
              {!merge.obstacle && mayMerge && (
                <Button small look="quiet" onClick={() => setUndoing(merge)} aria-label={t('merges.undoOne', { name: merge.absorbedName ?? '' })}>
                  {t('merges.undo')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </SectionCard>
      {undoing && <UndoDialog person={person} merge={undoing} onClose={() => setUndoing(null)} />}
    </div>
  );
}

const schema = z.object({ reason: text.required(1000) });

function UndoDialog({ person, merge, onClose }: { person: Person; merge: PersonMerge; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: { reason: '' },
    guard: false,
    submit: ({ reason }) => undoMerge(person.id, merge.id, reason),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      void queries.invalidateQueries({ queryKey: todayKey });
      toast.done(t('merges.undone'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('merges.undoTitle', { name: merge.absorbedName ?? '' })} onClose={onClose}>
      <p>{t('merges.undoText')}</p>
      <Form form={form} submitLabel={t('merges.undo')} onCancel={onClose} keptNote={false}>
        <TextArea name="reason" label={t('merges.undoReason')} required rows={3} data-first-focus />
      </Form>
    </Dialog>
  );
}
