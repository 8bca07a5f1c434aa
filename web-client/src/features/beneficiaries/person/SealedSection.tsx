import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { disclose, type Disclosed, type DisclosurePurpose, type Person, type SensitiveGroup } from '../api/person';

export interface SectionFormProps {
  person: Person;
  opened: Disclosed;
  onClose: () => void;
}

/** A part of the file that stays closed until it is opened, which is logged with its purpose, and that is written by itself. */
export function SealedSection({ person, group, purpose, children, form: FormOf }: {
  person: Person;
  group: Exclude<SensitiveGroup, 'identifiers' | 'contacts' | 'addresses'>;
  purpose: DisclosurePurpose;
  children: (opened: Disclosed) => ReactNode;
  form: (props: SectionFormProps) => ReactNode;
}) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const mayWrite = useRight('beneficiaries:write');
  const [opened, setOpened] = useState<Disclosed | null>(null);
  const [editing, setEditing] = useState<Disclosed | null>(null);
  const [busy, setBusy] = useState(false);
  const written = person.known?.sections.find((one) => one.section === group);
  const name = t(`group.${group}`);

  const open = async (edit: boolean) => {
    setBusy(true);
    try {
      const answer = await disclose(person.id, group, edit ? 'correctData' : purpose);
      if (edit) setEditing(answer);
      else setOpened(answer);
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div id={group}>
      <SectionCard
        title={name}
        note={t(`file.${group}.note`)}
        actions={
          !editing && (
            <>
              {opened ? (
                <Button small look="quiet" icon="password-invisible" onClick={() => setOpened(null)} aria-label={t('hideOf', { group: name })}>
                  {t('hide')}
                </Button>
              ) : (
                written && (
                  <Button small look="quiet" icon="password-visible" busy={busy} onClick={() => void open(false)} aria-label={t('showOf', { group: name })}>
                    {t('show')}
                  </Button>
                )
              )}
              {mayWrite && (
                <Button small look="quiet" icon="pencil" busy={busy} onClick={() => void open(true)} aria-label={t('editOf', { group: name })}>
                  {written ? t('edit') : t('file.write')}
                </Button>
              )}
            </>
          )
        }
      >
        {editing ? (
          <FormOf
            person={person}
            opened={editing}
            onClose={() => {
              setEditing(null);
              setOpened(null);
            }}
          />
        ) : opened ? (
          <>
            {children(opened)}
            <p className="hint" role="status">
              {t('opened')}
            </p>
          </>
        ) : written ? (
          <p className="hint">
            {t('file.closed')} {t('file.writtenOn')} <DateText value={written.changedAt} />
            {written.changedByName && `, ${written.changedByName}`}.
          </p>
        ) : (
          <p className="hint">{t('file.notWritten')}</p>
        )}
      </SectionCard>
    </div>
  );
}
