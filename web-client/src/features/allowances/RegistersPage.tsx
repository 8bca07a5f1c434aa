import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips } from '../../components/filters';
import { Page } from '../../components/Page';
import { useListState } from '../../components/useListState';
import { DateText } from '../../components/values';
import { monthName } from '../../lib/format';
import { useProgrammeName, useUnlistedRegisters, type UnlistedRegister } from './api/runs';
import { capital } from './words';

/** Closed registers that no pay list has taken yet: each row leads to the lists of its programme, where one is prepared. */
export function RegistersPage() {
  const { t } = useTranslation('allowances');
  const state = useListState({ filters: ['programmeId'] });
  const { programmeId } = state.filters;
  const programme = useProgrammeName(programmeId);
  const list = useUnlistedRegisters({ programmeId });
  const columns: Column<UnlistedRegister>[] = [
    { key: 'person', header: t('registers.person'), cell: (row) => row.name || t('somebody') },
    { key: 'month', header: t('month'), cell: (row) => capital(monthName(row.month)) },
    { key: 'programme', header: t('programme'), cell: (row) => row.programmeName },
    { key: 'closed', header: t('registers.closedOn'), cell: (row) => <DateText value={row.closedOn} short /> },
  ];
  return (
    <Page title={t('registers.title')} count={list.total} subtitle={t('registers.text')} back={{ to: '/allowances', label: t('nav') }}>
      <FilterChips
        onClear={state.clear}
        chips={[!!programmeId && { key: 'programme', name: t('programme'), label: programme.data ?? t('oneProgramme'), onRemove: () => state.setFilter('programmeId', undefined) }]}
      />
      <DataTable
        label={t('registers.title')}
        columns={columns}
        list={list}
        rowKey={(row) => `${row.internshipId} ${row.month}`}
        rowLink={(row) => `/allowances?programmeId=${row.programmeId}`}
        empty={{ title: t('registers.empty'), text: t('registers.emptyText') }}
      />
    </Page>
  );
}
