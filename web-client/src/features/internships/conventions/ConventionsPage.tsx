import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ButtonLink } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { useList } from '../../../components/useList';
import { useListState } from '../../../components/useListState';
import { DateText } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { number } from '../../../lib/format';
import { listConventions, type Convention } from '../api/conventions';
import { internshipKeys } from '../api/keys';
import { ConventionChip, conventionStates } from './convention-fields';

/** What ends first is on top. */
export function ConventionsPage() {
  const { t } = useTranslation('internships');
  const mayWrite = useRight('internships:write');
  const state = useListState({ filters: ['companyId', 'state', 'due', 'mine'] });
  const { filters } = state;
  const shown = conventionStates.find((one) => one === filters.state);
  const due = filters.due === 'expiring' ? ('expiring' as const) : undefined;
  const query = { companyId: filters.companyId, state: shown, due, mine: filters.mine === 'true' ? true : undefined, q: state.q || undefined };
  const list = useList({ queryKey: internshipKeys.conventions(query), page: ({ signal, ...at }) => listConventions({ ...query, ...at }, signal) });
  const columns: Column<Convention>[] = [
    { key: 'company', header: t('company'), cell: (row) => row.companyName },
    { key: 'number', header: t('conventions.number'), cell: (row) => row.number },
    { key: 'state', header: t('stateLabel'), cell: (row) => <ConventionChip row={row} /> },
    { key: 'to', header: t('conventions.validTo'), cell: (row) => <DateText value={row.validTo} short /> },
    { key: 'inail', header: capital(t('paper.inail')), cell: (row) => row.inailPosition, wideOnly: true },
    { key: 'liability', header: capital(t('paper.liability')), cell: (row) => row.liabilityPolicy, wideOnly: true },
    { key: 'internships', header: t('nav'), align: 'end', cell: (row) => number(row.internships) },
  ];
  const create = mayWrite && (
    <ButtonLink to={`/internships/conventions/new${filters.companyId ? `?companyId=${filters.companyId}` : ''}`} look="fill" icon="plus">
      {t('conventions.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('conventions.nav')} count={list.total} actions={create}>
      <ListBar>
        <SearchBox label={t('conventions.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('stateLabel')} value={shown} options={conventionStates.map((value) => ({ value, label: t(`conventions.state.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
        <FilterSelect label={t('dueLabel')} value={due} options={[{ value: 'expiring', label: t('conventions.expiring') }]} onChange={(value) => state.setFilter('due', value)} />
        <FilterSelect label={t('whose')} value={filters.mine} options={[{ value: 'true', label: t('mine') }]} onChange={(value) => state.setFilter('mine', value)} />
      </ListBar>
      <FilterChips
        text={{ name: t('conventions.search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          !!shown && { key: 'state', name: t('stateLabel'), label: t(`conventions.state.${shown}`), onRemove: () => state.setFilter('state', undefined) },
          !!due && { key: 'due', name: t('dueLabel'), label: t('conventions.expiring'), onRemove: () => state.setFilter('due', undefined) },
          filters.mine === 'true' && { key: 'mine', name: t('whose'), label: t('mine'), onRemove: () => state.setFilter('mine', undefined) },
          !!filters.companyId && { key: 'company', name: t('company'), label: t('oneCompany'), onRemove: () => state.setFilter('companyId', undefined) },
        ]}
      />
      <DataTable
        label={t('conventions.nav')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/internships/conventions/${row.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('conventions.empty'), text: t('conventions.emptyText'), action: create }}
      />
    </Page>
  );
}
