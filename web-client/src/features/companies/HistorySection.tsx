import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Timeline } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { ErrorState, Skeleton } from '../../components/states';
import { useSectors } from '../../components/sectors';
import { RelativeDate } from '../../components/values';
import { longDate } from '../../lib/format';
import type { Company } from './api/companies';
import { useTimeline, type TimelineEntry } from './api/file';

/** All that happened with the company, who did it, and what was changed from what to what. */
export function HistorySection({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const query = useTimeline(company.id);
  const tell = useTelling();
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SectionCard title={t('file.history')}>
      {query.isPending ? (
        <Skeleton lines={4} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Timeline entries={entries.map((entry) => ({ key: entry.id, when: <RelativeDate value={entry.at} />, by: entry.byName, ...tell(entry) }))} />
      )}
      {query.hasNextPage && (
        <Button look="quiet" small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('file.historyMore')}
        </Button>
      )}
    </SectionCard>
  );
}

function useTelling() {
  const { t } = useTranslation('companies');
  const sectors = useSectors();
  const value = (field: string, text: string | null | undefined) => {
    if (!text) return t('file.nothing');
    if (field === 'sector') return sectors.name(text);
    if (field === 'kind') return t(`kind.${text}`);
    if (field === 'legalForm') return t(`file.legalForms.${text}`);
    if (field === 'targetedPlacement') return t(`file.placement.${text}`);
    if (field === 'article14Until') return longDate(text);
    return text === 'true' ? t('common:yes') : text;
  };
  return (entry: TimelineEntry) => {
    if (entry.kind === 'contact') return { title: `${t(`contact.channel.${entry.what}`)}: ${t(`contact.outcome.${entry.field}`)}`, text: entry.after };
    if (entry.kind === 'availability') return { title: t('file.told.availability'), text: entry.what };
    if (entry.what === 'field') {
      const field = entry.field ?? '';
      return { title: t('file.told.field', { field: t(`file.field.${field}`) }), text: t('file.told.fromTo', { before: value(field, entry.before), after: value(field, entry.after) }) };
    }
    const both = entry.before && entry.after && entry.before !== entry.after && entry.what !== 'merged';
    return { title: t(`file.told.${entry.what}`), text: both ? t('file.told.fromTo', { before: entry.before, after: entry.after }) : entry.what === 'merged' ? entry.before : (entry.after ?? entry.before) };
  };
}
