import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { choice, DateField, day, Form, RadioGroup, text, TextArea, useApiForm } from '../../../components/form';
import { Timeline } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { dateTime, longDate, today } from '../../../lib/format';
import { addDiaryEntry, diaryKinds, useDiary, type DiaryEntry } from '../api/diary';
import { peopleKeys } from '../api/keys';

/** Notes, the latest first. `noting` grows each time that somebody asks to write one. */
export function DiarySection({ caseId, open, noting }: { caseId: string; open: boolean; noting: number }) {
  const { t } = useTranslation('beneficiaries');
  const list = useDiary(caseId, true);
  const [writing, setWriting] = useState<{ amends?: DiaryEntry } | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (noting > 0) setWriting({});
  }, [noting]);
  useEffect(() => {
    if (!writing) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, [writing]);

  return (
    <SectionCard
      title={t('diary.title')}
      note={t('diary.note')}
      actions={
        open &&
        !writing && (
          <Button small icon="plus" keyHint="n" onClick={() => setWriting({})}>
            {t('diary.write')}
          </Button>
        )
      }
    >
      <div ref={place}>{writing && <NoteForm caseId={caseId} amends={writing.amends} onClose={() => setWriting(null)} />}</div>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.isPending ? (
        <Skeleton lines={3} />
      ) : list.rows.length === 0 ? (
        !writing && <EmptyState icon="note" title={t('diary.none')} text={t('diary.noneText')} />
      ) : (
        <>
          <Timeline
            entries={list.rows.map((entry) => ({
              key: entry.id,
              title: t(`diaryKind.${entry.kind}`),
              when: <DateText value={entry.on} />,
              by: entry.writtenByName,
              text: (
                <>
                  {entry.amendsId && <p className="hint">{t('diary.amends', { date: amendedDay(list.rows, entry.amendsId) })}</p>}
                  <p className="prose">{entry.text}</p>
                  <p className="hint">
                    {t('diary.writtenAt', { when: dateTime(entry.writtenAt) })}{' '}
                    {open && (
                      <Button look="plain" small onClick={() => setWriting({ amends: entry })} aria-label={t('diary.amendOf', { date: longDate(entry.on) })}>
                        {t('diary.amend')}
                      </Button>
                    )}
                  </p>
                </>
              ),
            }))}
          />
          {list.hasMore && (
            <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
              {t('diary.older')}
            </Button>
          )}
        </>
      )}
    </SectionCard>
  );
}

function amendedDay(rows: DiaryEntry[], id: string): string {
  const amended = rows.find((row) => row.id === id);
  return amended ? longDate(amended.on) : '…';
}

const schema = z.object({ kind: choice.required(diaryKinds), on: day.required(), text: text.required(8000) });
type Input = z.input<typeof schema>;

function NoteForm({ caseId, amends, onClose }: { caseId: string; amends?: DiaryEntry; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { kind: amends?.kind ?? 'note', on: today(), text: '' },
    submit: (values) => addDiaryEntry(caseId, { ...values, amendsId: amends?.id ?? null }),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t('diary.saved'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('diary.save')} onCancel={onClose} label={t('diary.write')} note={amends ? t('diary.amends', { date: longDate(amends.on) }) : t('diary.forever')}>
      <RadioGroup name="kind" label={t('diary.kind')} segmented options={diaryKinds.map((value) => ({ value, label: t(`diaryKind.${value}`) }))} />
      <TextArea name="text" label={t('diary.text')} help={t('diary.textHelp')} required rows={4} />
      <DateField name="on" label={t('diary.on')} required max={today()} />
    </Form>
  );
}
