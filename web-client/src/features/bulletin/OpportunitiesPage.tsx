import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { SavedViews } from '../../components/SavedViews';
import { useListState } from '../../components/useListState';
import { DateText, RelativeDate } from '../../components/values';
import { longDate } from '../../lib/format';
import { opportunityKinds, opportunityStates, useOpportunities } from './api/opportunities';
import { OpportunityChip } from './OpportunityChip';

export function OpportunitiesPage() {
  const { t } = useTranslation('bulletin');
  const state = useListState({ filters: ['state', 'kind', 'deadlineTo'] as const });
  const list = useOpportunities(state.query as never);
  const canWrite = useRight('opportunities:write');
  const { filters } = state;
  return (
    <Page title={t('opportunities.title')} count={list.total} actions={canWrite && <ButtonLink look="fill" icon="plus" to="/opportunities/new">{t('opportunities.new')}</ButtonLink>}>
      <ListBar>
        <SearchBox label={t('opportunities.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('field.state')} value={filters.state} onChange={(value) => state.setFilter('state', value)} options={opportunityStates.map((value) => ({ value, label: t(`opportunities.state.${value}`) }))} />
        <FilterSelect label={t('field.kind')} value={filters.kind} onChange={(value) => state.setFilter('kind', value)} options={opportunityKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <SavedViews list="opportunities" state={state} />
      </ListBar>
      <FilterChips
        text={{ name: t('opportunities.search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          filters.state && { key: 'state', name: t('field.state'), label: t(`opportunities.state.${filters.state}`), onRemove: () => state.setFilter('state', undefined) },
          filters.kind && { key: 'kind', name: t('field.kind'), label: t(`kind.${filters.kind}`), onRemove: () => state.setFilter('kind', undefined) },
          filters.deadlineTo && { key: 'deadlineTo', name: t('field.deadline'), label: t('opportunities.until', { day: longDate(filters.deadlineTo) }), onRemove: () => state.setFilter('deadlineTo', undefined) },
        ].map((chip) => chip || null)}
      />
      <DataTable
        label={t('opportunities.title')}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/opportunities/${row.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('opportunities.empty'), text: t('opportunities.emptyText') }}
        columns={[
          { key: 'title', header: t('field.title'), cell: (row) => row.title },
          { key: 'organiser', header: t('field.organiser'), cell: (row) => row.organiser },
          { key: 'kind', header: t('field.kind'), cell: (row) => t(`kind.${row.kind}`) },
          { key: 'municipality', header: t('field.municipality'), cell: (row) => row.municipality ?? t('anywhere'), wideOnly: true },
          { key: 'deadline', header: t('field.deadline'), cell: (row) => (row.deadline ? <RelativeDate value={row.deadline} /> : t('noDeadline')) },
          { key: 'createdAt', header: t('field.createdAt'), cell: (row) => <DateText value={row.createdAt} short />, wideOnly: true },
          { key: 'state', header: t('field.state'), cell: (row) => <OpportunityChip state={row.state} /> },
        ]}
      />
    </Page>
  );
}
