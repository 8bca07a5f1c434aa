import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { FilterSelect, ListBar } from '../../../components/filters';
import { Timeline } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import type { Case } from '../api/case';
import { diaryKinds, useDiary, type DiaryKind } from '../api/diary';
import { EntryForm, type Writing } from './EntryForm';
import { EntryBody, EntryTitle, EntryWhen } from './EntryParts';

/** Somebody asks to write: the count grows each time, and `start` is what the entry begins with. */
export interface Noting {
  count: number;
  start?: Writing['start'];
}

/** What happened, the latest first; `open` is whether one may write. */
export function DiarySection({ record, open, noting }: { record: Case; open: boolean; noting: Noting }) {
  const { t } = useTranslation('beneficiaries');
  const [kind, setKind] = useState<DiaryKind>();
  const [authorId, setAuthorId] = useState<string>();
  const list = useDiary(record.id, { kind, authorId });
  const [writing, setWriting] = useState<Writing | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (noting.count > 0) setWriting({ start: noting.start, ask: noting.count });
  }, [noting]);
  useEffect(() => {
    if (!writing) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, [writing]);

  const isFiltered = !!kind || !!authorId;
  const authors = [...new Map(record.members.map((member) => [member.userId, member.name ?? t('team.unknown')]))];
  return (
    <div id="diary">
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
        <div ref={place} className="entry-place">{writing && <EntryForm key={writing.entry?.id ?? writing.amends?.id ?? writing.ask ?? 'new'} record={record} writing={writing} onClose={() => setWriting(null)} />}</div>
        {(list.rows.length > 0 || isFiltered) && (
          <ListBar>
            <FilterSelect label={t('diary.kind')} value={kind} options={[...diaryKinds, 'group' as const].map((value) => ({ value, label: t(`diaryKind.${value}`) }))} onChange={(value) => setKind(value as DiaryKind | undefined)} />
            <FilterSelect label={t('diary.author')} value={authorId} options={authors.map(([value, label]) => ({ value, label }))} onChange={setAuthorId} />
          </ListBar>
        )}
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.isPending ? (
          <Skeleton lines={3} />
        ) : list.rows.length === 0 ? (
          !writing && <EmptyState icon="note" title={t(isFiltered ? 'diary.noneFound' : 'diary.none')} text={t(isFiltered ? 'diary.noneFoundText' : 'diary.noneText')} />
        ) : (
          <>
            <Timeline
              entries={list.rows.map((entry) => ({
                key: entry.id,
                title: <EntryTitle entry={entry} />,
                when: <EntryWhen entry={entry} />,
                by: entry.writtenByName,
                text: <EntryBody caseId={record.id} entry={entry} open={open} onWrite={setWriting} />,
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
    </div>
  );
}
