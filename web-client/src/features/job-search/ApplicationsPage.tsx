import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { Tabs } from '../../components/parts';
import { useListState } from '../../components/useListState';
import { DateText, RelativeDate } from '../../components/values';
import { longDate } from '../../lib/format';
import { applicationFilters, useApplications, type ApplicationItem } from './api/applications';
import { ApplicationChip } from './chips';

/** What was sent, by where it stands: what is to be sent, whose answer is awaited or overdue, interviews, ends. */
export function ApplicationsPage() {
  const { t } = useTranslation('job-search');
  const state = useListState({ filters: ['show', 'who'] });
  const show = applicationFilters.find((one) => one === state.filters.show) ?? 'awaiting';
  const everybody = state.filters.who === 'everybody';
  const list = useApplications({ show, everybody });
  const columns: Column<ApplicationItem>[] = [
    { key: 'employer', header: t('form.employer'), cell: (row) => row.employer },
    { key: 'duty', header: t('form.duty'), cell: (row) => row.duty },
    { key: 'person', header: t('person'), cell: (row) => row.displayName },
    { key: 'sent', header: t('form.appliedOn'), cell: (row) => <DateText value={row.appliedOn} short /> },
    show === 'interview'
      ? { key: 'when', header: t('interview'), cell: (row) => (row.interviewOn ? t('interviewAt', { date: longDate(row.interviewOn), time: row.interviewAt }) : '') }
      : { key: 'due', header: t('answerBy'), cell: (row) => <RelativeDate value={row.answerDueOn} due={row.answerDue} /> },
    { key: 'state', header: t('stateLabel'), cell: (row) => <ApplicationChip application={row} /> },
  ];
  return (
    <Page title={t('applications.title')} count={list.total}>
      <Tabs label={t('stateLabel')} tabs={applicationFilters.map((key) => ({ key, label: t(`applications.tab.${key}`) }))} current={show} onChange={(key) => state.setFilter('show', key === 'awaiting' ? undefined : key)}>
        <ListBar>
          <label className="check-line">
            <input type="checkbox" checked={everybody} onChange={(event) => state.setFilter('who', event.target.checked ? 'everybody' : undefined)} /> {t('everybody')}
          </label>
        </ListBar>
        <FilterChips onClear={() => state.setFilter('who', undefined)} chips={[everybody && { key: 'who', label: t('everybody'), name: t('followedBy'), onRemove: () => state.setFilter('who', undefined) }]} />
        <DataTable label={t('applications.title')} columns={columns} list={list} rowKey={(row) => row.id} rowLink={(row) => `/job-search/applications/${row.id}`} empty={{ title: t(`applications.empty.${show}`) }} />
      </Tabs>
    </Page>
  );
}
