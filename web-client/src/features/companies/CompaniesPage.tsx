import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { MunicipalityName } from '../../components/form';
import { Page } from '../../components/Page';
import { useSectors } from '../../components/sectors';
import { StatusChip } from '../../components/StatusChip';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { RelativeDate } from '../../components/values';
import { listCompanies, type CompanyItem } from './api/companies';
import { companyKeys } from './api/keys';
import { useKinds, type Kind } from './kinds';

const names = ['sector', 'municipality', 'province', 'kind', 'hasAvailability', 'staleAvailability', 'contactDue', 'unreached', 'archived'] as const;
const flags = ['hasAvailability', 'staleAvailability', 'contactDue', 'unreached', 'archived'] as const;

export function CompaniesPage() {
  const { t } = useTranslation('companies');
  const state = useListState({ filters: names, defaultSort: 'name' });
  const sectors = useSectors();
  const kinds = useKinds();
  const mayWrite = useRight('companies:write');
  const { sector, municipality, province, kind } = state.filters;
  const query = {
    q: state.q || undefined,
    sort: state.sort,
    sector,
    municipality,
    province,
    kind: kind as Kind | undefined,
    ...Object.fromEntries(flags.filter((flag) => state.filters[flag] === 'true').map((flag) => [flag, true])),
  };
  const list = useList({ queryKey: companyKeys.list(query), page: ({ signal, ...at }) => listCompanies({ ...query, ...at }, signal) });
  const columns: Column<CompanyItem>[] = [
    { key: 'name', header: t('name'), sort: state.q ? undefined : 'name', cell: (row) => row.name },
    { key: 'sector', header: t('common:sector'), cell: (row) => sectors.name(row.sector) },
    { key: 'municipality', header: t('municipality'), cell: (row) => (row.municipalityName ? `${row.municipalityName} (${row.province})` : '') },
    { key: 'availability', header: t('availability.title'), cell: (row) => <AvailabilityChip row={row} /> },
    { key: 'phone', header: t('phone'), cell: (row) => row.phone, wideOnly: true },
    { key: 'next', header: t('nextContact'), sort: state.q ? undefined : 'nextContactOn', cell: (row) => (row.nextContactOn ? <RelativeDate value={row.nextContactOn} due /> : '') },
  ];
  const shown = flags.find((flag) => state.filters[flag] === 'true');
  return (
    <Page
      title={t('title')}
      count={list.total}
      actions={
        mayWrite && (
          <>
            <ButtonLink to="/companies/import" icon="upload">
              {t('import.open')}
            </ButtonLink>
            <ButtonLink to="/companies/new" look="fill" icon="plus">
              {t('new')}
            </ButtonLink>
          </>
        )
      }
    >
      <ListBar>
        <SearchBox label={t('search')} placeholder={t('searchHint')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('common:sector')} value={sector} options={sectors.options} onChange={(value) => state.setFilter('sector', value)} />
        <FilterSelect label={t('kindLabel')} value={kind} options={kinds.options} onChange={(value) => state.setFilter('kind', value)} />
        <FilterSelect
          label={t('show')}
          value={shown}
          options={flags.map((flag) => ({ value: flag, label: t(`flag.${flag}`) }))}
          onChange={(value) => state.setFilters({ ...Object.fromEntries(flags.map((flag) => [flag, undefined])), ...(value ? { [value]: 'true' } : {}) })}
        />
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          !!sector && { key: 'sector', name: t('common:sector'), label: sectors.name(sector), onRemove: () => state.setFilter('sector', undefined) },
          !!kind && { key: 'kind', name: t('kindLabel'), label: kinds.name(kind), onRemove: () => state.setFilter('kind', undefined) },
          !!municipality && { key: 'municipality', name: t('municipality'), label: <MunicipalityName code={municipality} />, onRemove: () => state.setFilter('municipality', undefined) },
          !!province && { key: 'province', name: t('province'), label: province, onRemove: () => state.setFilter('province', undefined) },
          ...flags.map((flag) => state.filters[flag] === 'true' && { key: flag, name: t('show'), label: t(`flag.${flag}`), onRemove: () => state.setFilter(flag, undefined) }),
        ]}
      />
      <DataTable
        label={t('title')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/companies/${row.id}`}
        sort={{ value: state.sort, onChange: state.setSort }}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{
          title: t('empty.title'),
          text: t('empty.text'),
          action: mayWrite && (
            <ButtonLink to="/companies/import" icon="upload">
              {t('import.open')}
            </ButtonLink>
          ),
        }}
      />
    </Page>
  );
}

function AvailabilityChip({ row }: { row: CompanyItem }) {
  const { t } = useTranslation('companies');
  if (row.archivedAt) return <StatusChip>{t('archived')}</StatusChip>;
  if (row.availabilityIsKnown) return <StatusChip tone="ok">{t('availability.places', { count: row.availablePlaces })}</StatusChip>;
  if (row.availableUntil) return <StatusChip tone="warn">{t('availability.stale')}</StatusChip>;
  return <span className="muted">{t('availability.unknown')}</span>;
}
