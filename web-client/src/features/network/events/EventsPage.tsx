import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ButtonLink } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { StatusChip } from '../../../components/StatusChip';
import { useListState } from '../../../components/useListState';
import { DateText } from '../../../components/values';
import { daysFromToday, number } from '../../../lib/format';
import { useEvents, type EventItem } from '../api/events';

export function EventsPage() {
  const { t } = useTranslation('network');
  const state = useListState({ filters: ['past'] });
  const mayWrite = useRight('partner-bodies:write');
  const past = state.filters.past;
  const list = useEvents({ q: state.q || undefined, past: past === undefined ? undefined : past === 'true' });
  const columns: Column<EventItem>[] = [
    { key: 'title', header: t('events.name'), cell: (row) => row.title },
    { key: 'day', header: t('day'), cell: (row) => <DateText value={row.day} short /> },
    { key: 'place', header: t('place'), cell: (row) => row.place },
    { key: 'invited', header: t('events.invited'), cell: (row) => number(Number(row.invited)), align: 'end' },
    { key: 'present', header: t('events.present'), cell: (row) => number(Number(row.present)), align: 'end' },
    {
      key: 'state',
      header: t('stateLabel'),
      cell: (row) => (row.cancelledAt ? <StatusChip>{t('eventState.cancelled')}</StatusChip> : daysFromToday(row.day) < 0 ? <StatusChip tone="ok">{t('eventState.past')}</StatusChip> : <StatusChip tone="blue">{t('eventState.coming')}</StatusChip>),
    },
  ];
  const options = [
    { value: 'false', label: t('eventState.coming') },
    { value: 'true', label: t('eventState.past') },
  ];
  return (
    <Page
      title={t('events.title')}
      count={list.total}
      actions={
        mayWrite && (
          <ButtonLink to="/partner-bodies/events/new" look="fill" icon="plus">
            {t('events.new')}
          </ButtonLink>
        )
      }
    >
      <ListBar>
        <SearchBox label={t('events.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('stateLabel')} value={past} options={options} onChange={(value) => state.setFilter('past', value)} />
      </ListBar>
      <FilterChips text={{ name: t('events.search'), value: state.q, onChange: state.setQ }} onClear={state.clear} chips={[!!past && { key: 'past', name: t('stateLabel'), label: t(past === 'true' ? 'eventState.past' : 'eventState.coming'), onRemove: () => state.setFilter('past', undefined) }]} />
      <DataTable
        label={t('events.title')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/partner-bodies/events/${row.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('events.empty'), text: t('events.emptyText') }}
      />
    </Page>
  );
}
