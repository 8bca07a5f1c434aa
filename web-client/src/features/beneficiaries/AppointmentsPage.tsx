import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { Tabs } from '../../components/parts';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { DateText } from '../../components/values';
import { appointmentFilters, listMyAppointments, type ListedAppointment } from './api/appointments';
import { peopleKeys } from './api/keys';
import { AppointmentChip } from './diary/AppointmentChip';

/** One's own appointments, or those of all one's équipes. */
export function AppointmentsPage() {
  const { t } = useTranslation('beneficiaries');
  const state = useListState({ filters: ['show', 'who'] });
  const show = appointmentFilters.find((one) => one === state.filters.show) ?? 'planned';
  const everybody = state.filters.who === 'everybody';
  const list = useList<ListedAppointment>({
    queryKey: peopleKeys.myAppointments({ show, everybody }),
    page: ({ cursor, total, signal }) => listMyAppointments({ show, everybody, cursor, total, limit: 25 }, signal),
  });
  const columns: Column<ListedAppointment>[] = [
    {
      key: 'when',
      header: t('appointments.when'),
      cell: (one) => (
        <>
          <DateText value={one.on} />, {one.at}
        </>
      ),
    },
    { key: 'person', header: t('person'), cell: (one) => one.displayName },
    { key: 'kind', header: t('appointments.kind'), cell: (one) => t(`appointmentKind.${one.kind}`) },
    { key: 'state', header: t('appointments.state'), cell: (one) => <AppointmentChip appointment={one} /> },
    { key: 'who', header: t('appointments.who'), cell: (one) => one.userName ?? t('team.unknown') },
  ];
  return (
    <Page title={t('appointments.title')} count={list.total}>
      <Tabs label={t('appointments.state')} tabs={appointmentFilters.map((key) => ({ key, label: t(`appointments.tab.${key}`) }))} current={show} onChange={(key) => state.setFilter('show', key === 'planned' ? undefined : key)}>
        <ListBar>
          <label className="check-line">
            <input type="checkbox" checked={everybody} onChange={(event) => state.setFilter('who', event.target.checked ? 'everybody' : undefined)} /> {t('appointments.everybody')}
          </label>
        </ListBar>
        <FilterChips onClear={() => state.setFilter('who', undefined)} chips={[everybody && { key: 'who', label: t('appointments.everybody'), name: t('appointments.whose'), onRemove: () => state.setFilter('who', undefined) }]} />
        <DataTable
          label={t('appointments.title')}
          columns={columns}
          list={list}
          rowKey={(one) => one.id}
          rowLink={(one) => `${one.personOpens ? `/beneficiaries/${one.beneficiaryId}` : `/beneficiaries/${one.beneficiaryId}/cases/${one.caseId}`}#appointments`}
          empty={{ title: t(`appointments.empty.${show}`), text: show === 'planned' ? t('appointments.where') : undefined }}
        />
      </Tabs>
    </Page>
  );
}
