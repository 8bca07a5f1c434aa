import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { StatusChip } from '../../components/StatusChip';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { DateText } from '../../components/values';
import { daysFromToday, number, today } from '../../lib/format';
import { listConventions, type Convention } from './api/conventions';
import { internshipKeys } from './api/keys';
import { capital } from './words';

/** What ends first is on top. */
export function ConventionsPage() {
  const { t } = useTranslation('internships');
  const mayWrite = useRight('internships:write');
  const state = useListState({ filters: ['companyId', 'inForce'] });
  const query = { companyId: state.filters.companyId, validOn: state.filters.inForce === 'true' ? today() : undefined };
  const list = useList({ queryKey: internshipKeys.conventions(query), page: ({ signal, ...at }) => listConventions({ ...query, ...at }, signal) });
  const columns: Column<Convention>[] = [
    { key: 'company', header: t('company'), cell: (row) => row.companyName },
    { key: 'number', header: t('conventions.number'), cell: (row) => row.number },
    { key: 'state', header: t('stateLabel'), cell: (row) => <Validity row={row} /> },
    { key: 'to', header: t('conventions.validTo'), cell: (row) => <DateText value={row.validTo} short /> },
    { key: 'inail', header: capital(t('paper.inail')), cell: (row) => row.inailPosition, wideOnly: true },
    { key: 'liability', header: capital(t('paper.liability')), cell: (row) => row.liabilityPolicy, wideOnly: true },
    { key: 'internships', header: t('nav'), align: 'end', cell: (row) => number(row.internships) },
  ];
  const create = mayWrite && (
    <ButtonLink to={`/internships/conventions/new${state.filters.companyId ? `?companyId=${state.filters.companyId}` : ''}`} look="fill" icon="plus">
      {t('conventions.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('conventions.nav')} count={list.total} actions={create} back={{ to: '/internships', label: t('nav') }}>
      <ListBar>
        <FilterSelect label={t('conventions.validity')} value={state.filters.inForce} options={[{ value: 'true', label: t('conventions.inForce') }]} onChange={(value) => state.setFilter('inForce', value)} />
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          state.filters.inForce === 'true' && { key: 'inForce', name: t('conventions.inForce'), label: t('conventions.inForce'), onRemove: () => state.setFilter('inForce', undefined) },
          !!state.filters.companyId && { key: 'company', name: t('company'), label: t('oneCompany'), onRemove: () => state.setFilter('companyId', undefined) },
        ]}
      />
      <DataTable
        label={t('conventions.nav')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('conventions.empty'), text: t('conventions.emptyText'), action: create }}
      />
    </Page>
  );
}

function Validity({ row }: { row: Convention }) {
  const { t } = useTranslation('internships');
  const left = daysFromToday(row.validTo);
  if (left < 0) return <StatusChip>{t('conventions.expired')}</StatusChip>;
  if (daysFromToday(row.validFrom) > 0) return <StatusChip tone="blue">{t('conventions.future')}</StatusChip>;
  return left <= 60 ? <StatusChip tone="warn">{t('conventions.expires', { count: left })}</StatusChip> : <StatusChip tone="ok">{t('conventions.inForce')}</StatusChip>;
}
