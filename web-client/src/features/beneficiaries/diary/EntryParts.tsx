import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { dateTime, longDate } from '../../../lib/format';
import { discardDiaryEntry, signDiaryEntry, type DiaryEntry } from '../api/diary';
import { peopleKeys } from '../api/keys';
import type { Writing } from './EntryForm';

export function EntryTitle({ entry }: { entry: DiaryEntry }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <>
      {t(`diaryKind.${entry.kind}`)} {!entry.signedAt && <StatusChip tone="warn">{t('diary.draft')}</StatusChip>} {typeof entry.present === 'boolean' && <StatusChip tone={entry.present ? 'ok' : 'neutral'}>{t(entry.present ? 'diary.wasThere' : 'diary.wasAbsent')}</StatusChip>} {entry.readers && <StatusChip>{t('diary.limited')}</StatusChip>}{' '}
      {entry.amendedBy.length > 0 && <StatusChip>{t('diary.amended')}</StatusChip>}
    </>
  );
}

export function EntryWhen({ entry }: { entry: DiaryEntry }) {
  return (
    <>
      <DateText value={entry.on} />
      {entry.at && `, ${entry.at}`}
    </>
  );
}

/** The text, who reads it, what it amends and what amends it, and what one may do with it. */
export function EntryBody({ caseId, entry, open, onWrite }: { caseId: string; entry: DiaryEntry; open: boolean; onWrite: (writing: Writing) => void }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <>
      {entry.amendsId && <p className="hint">{t('diary.amends', { date: entry.amendsOn ? longDate(entry.amendsOn) : '…' })}</p>}
      <p className="prose pre-line">{entry.text}</p>
      {entry.amendedBy.map((amendment) => (
        <p className="hint" key={amendment.id}>
          {t('diary.amendedOn', { date: longDate(amendment.on) })}
        </p>
      ))}
      {entry.readers && <p className="hint">{readersOf(entry, t)}</p>}
      {entry.signedAt ? (
        <p className="hint">
          {t('diary.signedAt', { when: dateTime(entry.signedAt) })}{' '}
          {open && (
            <Button look="plain" small onClick={() => onWrite({ amends: entry })} aria-label={t('diary.amendOf', { date: longDate(entry.on) })}>
              {t('diary.amend')}
            </Button>
          )}
        </p>
      ) : (
        <DraftActions caseId={caseId} entry={entry} open={open} onWrite={onWrite} />
      )}
    </>
  );
}

function readersOf(entry: DiaryEntry, t: (key: 'diary.readBy' | 'diary.readByAuthor' | 'team.unknown', values?: Record<string, string>) => string): string {
  const names = entry.readers!.map((reader) => reader.name ?? t('team.unknown'));
  return names.length === 0 ? t('diary.readByAuthor') : t('diary.readBy', { names: names.join(', ') });
}

function DraftActions({ caseId, entry, open, onWrite }: { caseId: string; entry: DiaryEntry; open: boolean; onWrite: (writing: Writing) => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const run = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      toast.done(done);
    } catch (error) {
      toast.failed(error);
    }
    await queries.invalidateQueries({ queryKey: peopleKeys.case(caseId) });
  };
  const sign = async () => {
    if (await confirm({ title: t('diary.signTitle'), text: t('diary.signText'), action: t('diary.sign') })) await run(() => signDiaryEntry(caseId, entry.id, entry.version), t('diary.signed'));
  };
  const discard = async () => {
    if (await confirm({ title: t('diary.discardTitle'), text: t('diary.discardText'), action: t('diary.discard'), danger: true }))
      await run(() => discardDiaryEntry(caseId, entry.id, entry.version), t('diary.discarded'));
  };
  return (
    <>
      <p className="hint">{t('diary.draftText')}</p>
      {open && (
        <p className="inline">
          <Button small icon="check" onClick={() => void sign()}>
            {t('diary.sign')}
          </Button>
          <Button small look="quiet" icon="pencil" onClick={() => onWrite({ entry })}>
            {t('diary.change')}
          </Button>
          <Button small look="quiet" onClick={() => void discard()}>
            {t('diary.discard')}
          </Button>
        </p>
      )}
    </>
  );
}
