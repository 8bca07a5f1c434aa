import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ButtonLink } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { StatusChip } from '../../../components/StatusChip';
import { useListState } from '../../../components/useListState';
import { RelativeDate } from '../../../components/values';
import { number } from '../../../lib/format';
import { tableKinds, useTables, type TableItem } from '../api/tables';

export function TablesPage() {
  const { t } = useTranslation('network');
  const state = useListState({ filters: ['kind', 'closed'] });
  const mayWrite = useRight('partner-bodies:write');
  const kind = tableKinds.find((one) => one === state.filters.kind);
  const closed = state.filters.closed;
  const list = useTables({ q: state.q || undefined, kind, closed: closed === undefined ? undefined : closed === 'true' });
  const columns: Column<TableItem>[] = [
    { key: 'name', header: t('name'), cell: (row) => row.name },
    { key: 'kind', header: t('kindLabel'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'members', header: t('members.title'), cell: (row) => number(Number(row.members)), align: 'end' },
    { key: 'next', header: t('tables.next'), cell: (row) => <RelativeDate value={row.nextMeetingOn} /> },
    { key: 'last', header: t('tables.last'), cell: (row) => <RelativeDate value={row.lastMeetingOn} />, wideOnly: true },
    { key: 'state', header: t('stateLabel'), cell: (row) => (row.closedOn ? <StatusChip>{t('tables.closed')}</StatusChip> : <StatusChip tone="ok">{t('tables.open')}</StatusChip>) },
  ];
  const openness = [
    { value: 'false', label: t('tables.open') },
    { value: 'true', label: t('tables.closed') },
  ];
  return (
    <Page
      title={t('tables.title')}
      count={list.total}
      actions={
        mayWrite && (
          <ButtonLink to="/partner-bodies/tables/new" look="fill" icon="plus">
            {t('tables.new')}
          </ButtonLink>
        )
      }
    >
      <ListBar>
        <SearchBox label={t('tables.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('kindLabel')} value={kind} options={tableKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => state.setFilter('kind', value)} />
        <FilterSelect label={t('stateLabel')} value={closed} options={openness} onChange={(value) => state.setFilter('closed', value)} />
      </ListBar>
      <FilterChips
        text={{ name: t('tables.search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          kind && { key: 'kind', name: t('kindLabel'), label: t(`kind.${kind}`), onRemove: () => state.setFilter('kind', undefined) },
          !!closed && { key: 'closed', name: t('stateLabel'), label: t(closed === 'true' ? 'tables.closed' : 'tables.open'), onRemove: () => state.setFilter('closed', undefined) },
        ]}
      />
      <DataTable
        label={t('tables.title')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/partner-bodies/tables/${row.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('tables.empty'), text: t('tables.emptyText') }}
      />
    </Page>
  );
}
