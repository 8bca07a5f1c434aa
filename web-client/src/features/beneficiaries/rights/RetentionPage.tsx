import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { StatusChip } from '../../../components/StatusChip';
import { Tabs } from '../../../components/parts';
import { useList } from '../../../components/useList';
import { useListState } from '../../../components/useListState';
import { DateText } from '../../../components/values';
import { peopleKeys } from '../api/keys';
import { listRetention, type RetainedPerson } from '../api/rights';

const tabs = ['over', 'soon', 'never'] as const;

/** Whose data may be kept no longer, of those that one may see. */
export function RetentionPage() {
  const { t } = useTranslation('beneficiaries');
  const state = useListState({ filters: ['show', 'held'] });
  const show = tabs.find((one) => one === state.filters.show) ?? 'over';
  const held = state.filters.held === 'true' ? true : state.filters.held === 'false' ? false : undefined;
  const list = useList<RetainedPerson>({
    queryKey: peopleKeys.retention(show, held),
    page: ({ cursor, total, signal }) => listRetention({ withinDays: show === 'soon' ? 180 : 0, withoutCase: show === 'never', held, cursor, total, limit: 25 }, signal),
  });
  const columns: Column<RetainedPerson>[] = [
    { key: 'person', header: t('person'), cell: (one) => one.displayName },
    ...(show === 'never' ? [] : [{ key: 'closed', header: t('case.closedOn'), cell: (one: RetainedPerson) => <DateText value={one.lastClosedOn} short /> }]),
    { key: 'due', header: t('rights.retainedUntil'), cell: (one) => <DateText value={one.dueOn} short /> },
    { key: 'held', header: t('rights.marks'), cell: (one) => (one.held ? <StatusChip tone="warn">{t('rights.held')}</StatusChip> : '–') },
    { key: 'manager', header: show === 'never' ? t('retention.registeredBy') : t('manager'), cell: (one) => one.managerName ?? t('team.unknown') },
  ];
  return (
    <Page title={t('retention.title')} count={list.total} subtitle={t(show === 'never' ? 'retention.neverText' : 'retention.text')}>
      <Tabs label={t('retention.title')} tabs={tabs.map((key) => ({ key, label: t(`retention.tab.${key}`) }))} current={show} onChange={(key) => state.setFilter('show', key === 'over' ? undefined : key)}>
        <ListBar>
          <FilterSelect
            label={t('rights.marks')}
            value={state.filters.held}
            options={(['false', 'true'] as const).map((value) => ({ value, label: t(`retention.held.${value}`) }))}
            onChange={(value) => state.setFilter('held', value)}
          />
        </ListBar>
        <FilterChips
          onClear={() => state.setFilter('held', undefined)}
          chips={[held !== undefined && { key: 'held', name: t('rights.marks'), label: t(`retention.held.${held}`), onRemove: () => state.setFilter('held', undefined) }]}
        />
        <DataTable
          label={t('retention.title')}
          columns={columns}
          list={list}
          rowKey={(one) => one.beneficiaryId}
          rowLink={(one) => `/beneficiaries/${one.beneficiaryId}#rights`}
          onClearFilters={held === undefined ? undefined : () => state.setFilter('held', undefined)}
          empty={{ title: t(`retention.empty.${show}`) }}
        />
      </Tabs>
    </Page>
  );
}
