import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { Tabs } from '../../../components/parts';
import { useList } from '../../../components/useList';
import { useListState } from '../../../components/useListState';
import { DateText, RelativeDate } from '../../../components/values';
import { peopleKeys } from '../api/keys';
import { followUpFilters, listFollowUps, type ListedFollowUp } from '../api/outcomes';

/** Whom to hear again after the end of their case. */
export function FollowUpsPage() {
  const { t } = useTranslation('beneficiaries');
  const state = useListState({ filters: ['show', 'who'] });
  const show = followUpFilters.find((one) => one === state.filters.show) ?? 'due';
  const everybody = state.filters.who === 'everybody';
  const list = useList<ListedFollowUp>({
    queryKey: peopleKeys.followUps({ show, everybody }),
    page: ({ cursor, total, signal }) => listFollowUps({ show, everybody, cursor, total, limit: 25 }, signal),
  });
  const columns: Column<ListedFollowUp>[] = [
    { key: 'when', header: t('followUps.when'), cell: (one) => (one.state === 'planned' ? <RelativeDate value={one.nextTryOn} due /> : <DateText value={one.dueOn} short />) },
    { key: 'person', header: t('person'), cell: (one) => one.displayName },
    { key: 'kind', header: t('followUps.kind'), cell: (one) => t(`followUpKind.${one.kind}`) },
    { key: 'outcome', header: t('case.outcome'), cell: (one) => (one.outcome ? t(`outcome.${one.outcome}`) : '–') },
    {
      key: 'state',
      header: t('followUps.state'),
      cell: (one) => [one.situation ? t(`situation.${one.situation}`) : t(`followUpState.${one.state}`), one.state === 'planned' && Number(one.attempts) > 0 && t('followUps.tries', { count: Number(one.attempts) })].filter(Boolean).join(' · '),
    },
    { key: 'manager', header: t('manager'), cell: (one) => one.managerName ?? t('team.unknown') },
  ];
  return (
    <Page title={t('followUps.page')} count={list.total}>
      <Tabs label={t('followUps.state')} tabs={followUpFilters.map((key) => ({ key, label: t(`followUps.tab.${key}`) }))} current={show} onChange={(key) => state.setFilter('show', key === 'due' ? undefined : key)}>
        <ListBar>
          <label className="check-line">
            <input type="checkbox" checked={everybody} onChange={(event) => state.setFilter('who', event.target.checked ? 'everybody' : undefined)} /> {t('appointments.everybody')}
          </label>
        </ListBar>
        <FilterChips onClear={() => state.setFilter('who', undefined)} chips={[everybody && { key: 'who', label: t('appointments.everybody'), name: t('appointments.whose'), onRemove: () => state.setFilter('who', undefined) }]} />
        <DataTable
          label={t('followUps.page')}
          columns={columns}
          list={list}
          rowKey={(one) => one.id}
          rowLink={(one) => `${one.personOpens ? `/beneficiaries/${one.beneficiaryId}` : `/beneficiaries/${one.beneficiaryId}/cases/${one.caseId}`}#outcome`}
          empty={{ title: t(`followUps.empty.${show}`) }}
        />
      </Tabs>
    </Page>
  );
}
