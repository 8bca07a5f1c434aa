import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { Tabs } from '../../components/parts';
import { StatusChip } from '../../components/StatusChip';
import { useListState } from '../../components/useListState';
import { DateText, RelativeDate } from '../../components/values';
import { pathStates, usePaths, type PathItem } from './api/paths';

/** The searches that one follows, or those of all one's équipes. */
export function PathsPage() {
  const { t } = useTranslation('job-search');
  const state = useListState({ filters: ['state', 'who'] });
  const stands = pathStates.find((one) => one === state.filters.state) ?? 'open';
  const everybody = state.filters.who === 'everybody';
  const list = usePaths({ state: stands, everybody });
  const columns: Column<PathItem>[] = [
    { key: 'person', header: t('person'), cell: (row) => row.displayName },
    { key: 'from', header: t('openedOn'), cell: (row) => <DateText value={row.openedOn} short /> },
    { key: 'who', header: t('followedBy'), cell: (row) => row.userName ?? t('unknown') },
    { key: 'held', header: t('held'), cell: (row) => Number(row.held), align: 'end' },
    { key: 'sent', header: t('sentCount'), cell: (row) => Number(row.applications), align: 'end' },
    { key: 'due', header: t('answersDue'), cell: (row) => (Number(row.answersDue) > 0 ? <StatusChip tone="late">{Number(row.answersDue)}</StatusChip> : 0), align: 'end' },
    stands === 'open'
      ? { key: 'next', header: t('nextSession'), cell: (row) => <RelativeDate value={row.nextSessionOn} /> }
      : { key: 'outcome', header: t('outcome'), cell: (row) => (row.outcome ? t(`pathOutcome.${row.outcome}`) : t('closedWithCase')) },
  ];
  return (
    <Page title={t('nav')} count={list.total}>
      <Tabs label={t('stateLabel')} tabs={pathStates.map((key) => ({ key, label: t(`tab.${key}`) }))} current={stands} onChange={(key) => state.setFilter('state', key === 'open' ? undefined : key)}>
        <ListBar>
          <label className="check-line">
            <input type="checkbox" checked={everybody} onChange={(event) => state.setFilter('who', event.target.checked ? 'everybody' : undefined)} /> {t('everybody')}
          </label>
        </ListBar>
        <FilterChips onClear={() => state.setFilter('who', undefined)} chips={[everybody && { key: 'who', label: t('everybody'), name: t('followedBy'), onRemove: () => state.setFilter('who', undefined) }]} />
        <DataTable label={t('nav')} columns={columns} list={list} rowKey={(row) => row.id} rowLink={(row) => `/job-search/${row.id}`} empty={{ title: t(`none.${stands}`), text: t('noneText') }} />
      </Tabs>
    </Page>
  );
}
