import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { DataTable, type Column } from '../../components/DataTable';
import { Page } from '../../components/Page';
import { StatusChip } from '../../components/StatusChip';
import { DateText } from '../../components/values';
import { useCaseload, type CaseInLoad } from './api/caseload';
import { CaseloadFilterBar, useCaseloadState } from './filters';
import { NextStep, StandingChips } from './parts';

/** What waits, first: each of one's cases with how it stands, what is due next and since when nobody has heard of the person. */
export function CaseloadPage() {
  const { t } = useTranslation('caseload');
  const { search } = useLocation();
  const state = useCaseloadState();
  const list = useCaseload(state.q, state.sort, state.filters);
  const columns: Column<CaseInLoad>[] = [
    { key: 'person', header: t('person'), cell: (row) => row.displayName },
    { key: 'standing', header: t('standingLabel'), cell: (row) => <StandingChips {...row} /> },
    { key: 'step', header: t('nextStep'), cell: (row) => <NextStep row={row} /> },
    { key: 'contact', header: t('sinceContact'), cell: (row) => (row.lastContactOn ? t('days', { count: Number(row.daysSinceContact) }) : t('neverHeard')) },
    { key: 'manager', header: t('manager'), cell: (row) => row.managerName ?? '' },
    {
      key: 'internship',
      header: t('internship'),
      wideOnly: true,
      cell: (row) => row.internship && (row.internship.running ? <StatusChip tone="ok">{t('runningUntil')} <DateText value={row.internship.endsOn} short /></StatusChip> : <>{t('endedOn')} <DateText value={row.internship.endsOn} short /></>),
    },
    { key: 'programme', header: t('programme'), cell: (row) => row.programme ?? '', wideOnly: true },
  ];
  return (
    <Page title={state.filters.mine === 'false' ? t('titleAll') : t('title')} documentTitle={t('nav')} count={list.total} width="wide">
      <CaseloadFilterBar state={state} />
      <DataTable
        label={t('nav')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/beneficiaries/caseload/${row.id}${search}`}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        onClearFilters={state.isFiltered ? state.clear : undefined}
      />
    </Page>
  );
}
