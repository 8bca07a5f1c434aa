import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { useList } from '../../../components/useList';
import { useListState } from '../../../components/useListState';
import { RelativeDate } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { internshipKeys } from '../api/keys';
import { listDueVisits, type DueVisit } from '../api/monitoring';
import { Alerts } from './Alerts';
import { VisitsCalendar } from './VisitsCalendar';

const kinds = ['visit', 'interview'] as const;
const dues = ['late', 'week'] as const;

/** What is due first is on top: each row opens its sheet. */
export function VisitsPage() {
  const { t } = useTranslation('internships');
  const state = useListState({ filters: ['kind', 'due', 'alert', 'mine', 'as', 'on', 'view'] });
  const asCalendar = state.filters.as === 'calendar';
  const { filters } = state;
  const kind = kinds.find((one) => one === filters.kind);
  const due = dues.find((one) => one === filters.due);
  const query = { kind, due, alert: filters.alert === 'true' ? true : undefined, mine: filters.mine === 'true' ? true : undefined };
  const list = useList({ queryKey: internshipKeys.visits(query), page: ({ signal, cursor, total }) => listDueVisits({ ...query, cursor, limit: 25, total }, signal), enabled: !asCalendar });
  const clear = () => state.setFilters({ kind: undefined, due: undefined, alert: undefined, mine: undefined });
  const columns: Column<DueVisit>[] = [
    { key: 'person', header: t('person'), cell: (row) => row.personName },
    { key: 'what', header: t('monitoring.what'), cell: (row) => capital(t(`monitoring.kind.${row.kind}`)) },
    { key: 'company', header: t('company'), cell: (row) => [row.companyName, row.municipalityName].filter(Boolean).join(', ') },
    { key: 'due', header: t('monitoring.dueOn'), cell: (row) => <RelativeDate value={row.dueOn} due /> },
    { key: 'last', header: t('monitoring.lastOn'), cell: (row) => (row.lastOn ? <RelativeDate value={row.lastOn} /> : t('monitoring.never')), wideOnly: true },
    { key: 'alerts', header: t('monitoring.alertsLabel'), cell: (row) => <Alerts alerts={row.alerts} /> },
  ];
  return (
    <Page
      title={t('monitoring.listTitle')}
      count={asCalendar ? undefined : list.total}
      width={asCalendar ? 'wide' : undefined}
      actions={
        <div className="segments" role="group" aria-label={t('monitoring.showAs')}>
          {(['list', 'calendar'] as const).map((as) => (
            <Button key={as} look={asCalendar === (as === 'calendar') ? 'fill' : 'quiet'} aria-pressed={asCalendar === (as === 'calendar')} onClick={() => state.setFilter('as', as === 'calendar' ? as : undefined)}>
              {t(`monitoring.as.${as}`)}
            </Button>
          ))}
        </div>
      }
    >
      <ListBar>
        <FilterSelect label={t('monitoring.what')} value={kind} options={kinds.map((value) => ({ value, label: t(`monitoring.kind.${value}`) }))} onChange={(value) => state.setFilter('kind', value)} />
        <FilterSelect label={t('monitoring.dueLabel')} value={due} options={dues.map((value) => ({ value, label: t(`monitoring.due.${value}`) }))} onChange={(value) => state.setFilter('due', value)} />
        <FilterSelect label={t('monitoring.alertsLabel')} value={filters.alert} options={[{ value: 'true', label: t('monitoring.withAlert') }]} onChange={(value) => state.setFilter('alert', value)} />
        <FilterSelect label={t('whose')} value={filters.mine} options={[{ value: 'true', label: t('mine') }]} onChange={(value) => state.setFilter('mine', value)} />
      </ListBar>
      <FilterChips
        onClear={clear}
        chips={[
          !!kind && { key: 'kind', name: t('monitoring.what'), label: t(`monitoring.kind.${kind}`), onRemove: () => state.setFilter('kind', undefined) },
          !!due && { key: 'due', name: t('monitoring.dueLabel'), label: t(`monitoring.due.${due}`), onRemove: () => state.setFilter('due', undefined) },
          filters.alert === 'true' && { key: 'alert', name: t('monitoring.alertsLabel'), label: t('monitoring.withAlert'), onRemove: () => state.setFilter('alert', undefined) },
          filters.mine === 'true' && { key: 'mine', name: t('whose'), label: t('mine'), onRemove: () => state.setFilter('mine', undefined) },
        ]}
      />
      {asCalendar ? (
        <VisitsCalendar state={state} query={query} />
      ) : (
        <DataTable
          label={t('monitoring.listTitle')}
          columns={columns}
          list={list}
          rowKey={(row) => `${row.internshipId} ${row.kind}`}
          rowLink={(row) => `/internships/${row.internshipId}/visits/${row.kind}`}
          onClearFilters={state.isFiltered ? clear : undefined}
          empty={{ title: t('monitoring.empty'), text: t('monitoring.emptyText') }}
        />
      )}
    </Page>
  );
}
