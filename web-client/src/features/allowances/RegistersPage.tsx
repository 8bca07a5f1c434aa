import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { useListState } from '../../components/useListState';
import { DateText, Money } from '../../components/values';
import { capital } from '../../lib/capital';
import { monthName } from '../../lib/format';
import { useProgrammeName, useUnlistedRegisters, waitingKinds, type UnlistedRegister } from './api/runs';

/** What waits for a pay list: closed registers, transfers that came back, dowries kept until the end. Each row leads to the lists of its programme, where one is prepared. */
export function RegistersPage() {
  const { t } = useTranslation('allowances');
  const state = useListState({ filters: ['programmeId', 'kind'] });
  const { programmeId } = state.filters;
  const kind = waitingKinds.find((one) => one === state.filters.kind);
  const programme = useProgrammeName(programmeId);
  const list = useUnlistedRegisters({ programmeId, kind });
  const columns: Column<UnlistedRegister>[] = [
    { key: 'person', header: t('registers.person'), cell: (row) => row.name || t('somebody') },
    { key: 'kind', header: t('registers.kindLabel'), cell: (row) => t(`registers.kind.${row.kind}`) },
    { key: 'month', header: t('month'), cell: (row) => capital(monthName(row.month)) },
    { key: 'cents', header: t('amount'), cell: (row) => (row.cents === null ? <span className="muted">{t('registers.toReckon')}</span> : <Money cents={Number(row.cents)} />), align: 'end' },
    { key: 'programme', header: t('programme'), cell: (row) => row.programmeName },
    { key: 'closed', header: t('registers.since'), cell: (row) => <DateText value={row.closedOn} short /> },
  ];
  return (
    <Page title={t('registers.title')} count={list.total} subtitle={t('registers.text')}>
      <ListBar>
        <FilterSelect
          label={t('registers.kindLabel')}
          value={kind}
          options={waitingKinds.map((value) => ({ value, label: t(`registers.kinds.${value}`) }))}
          onChange={(value) => state.setFilter('kind', value)}
        />
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          kind && { key: 'kind', name: t('registers.kindLabel'), label: t(`registers.kinds.${kind}`), onRemove: () => state.setFilter('kind', undefined) },
          !!programmeId && { key: 'programme', name: t('programme'), label: programme.data ?? t('oneProgramme'), onRemove: () => state.setFilter('programmeId', undefined) },
        ]}
      />
      <DataTable
        label={t('registers.title')}
        columns={columns}
        list={list}
        rowKey={(row) => `${row.kind} ${row.internshipId ?? row.beneficiaryId} ${row.month}`}
        rowLink={(row) => `/allowances?programmeId=${row.programmeId}`}
        onClearFilters={kind || programmeId ? state.clear : undefined}
        empty={{ title: t('registers.empty'), text: t('registers.emptyText') }}
      />
    </Page>
  );
}
