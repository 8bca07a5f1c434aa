import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { listPartnerBodies, partnerBodyKeys, type PartnerBodyItem } from './api/partner-bodies';
import { useKinds, type Kind } from './kinds';

export function PartnerBodiesPage() {
  const { t } = useTranslation('partner-bodies');
  const state = useListState({ filters: ['kind'] });
  const kinds = useKinds();
  const mayWrite = useRight('partner-bodies:write');
  const kind = state.filters.kind as Kind | undefined;
  const query = { q: state.q || undefined, kind };
  const list = useList({ queryKey: partnerBodyKeys.list(query), page: ({ signal, ...at }) => listPartnerBodies({ ...query, ...at }, signal) });
  const columns: Column<PartnerBodyItem>[] = [
    { key: 'name', header: t('name'), cell: (row) => row.name },
    { key: 'kind', header: t('kindLabel'), cell: (row) => kinds.name(row.kind) },
    { key: 'municipality', header: t('municipality'), cell: (row) => row.municipalityName },
    { key: 'phone', header: t('phone'), cell: (row) => row.phone },
    { key: 'email', header: t('email'), cell: (row) => row.email, wideOnly: true },
  ];
  const add = mayWrite && (
    <ButtonLink to="/partner-bodies/new" look="fill" icon="plus">
      {t('new')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')} count={list.total} actions={add}>
      <ListBar>
        <SearchBox label={t('search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('kindLabel')} value={kind} options={kinds.options} onChange={(value) => state.setFilter('kind', value)} />
      </ListBar>
      <FilterChips text={{ name: t('search'), value: state.q, onChange: state.setQ }} onClear={state.clear} chips={[!!kind && { key: 'kind', name: t('kindLabel'), label: kinds.name(kind), onRemove: () => state.setFilter('kind', undefined) }]} />
      <DataTable
        label={t('title')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/partner-bodies/${row.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
      />
    </Page>
  );
}
