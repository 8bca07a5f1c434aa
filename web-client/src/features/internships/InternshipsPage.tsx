import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { Tabs } from '../../components/parts';
import { useSelection } from '../../components/selection';
import { SavedViews } from '../../components/SavedViews';
import { StatusChip } from '../../components/StatusChip';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { DateText, Period } from '../../components/values';
import { Drafts } from './Drafts';
import { daysFromToday } from '../../lib/format';
import { searchInternships, type InternshipItem } from './api/internships';
import { internshipKeys } from './api/keys';
import { BulkActions } from './lists/BulkActions';
import { dues, StageChip, stages, states } from './words';

const names = ['state', 'stage', 'due', 'mine', 'caseId', 'companyId', 'endsBefore'] as const;
const tabs = ['all', ...states] as const;

/** What is worked on is in order of its end; where the concluded ones are too, the latest are on top. */
export function InternshipsPage() {
  const { t } = useTranslation('internships');
  const mayWrite = useRight('internships:write');
  const state = useListState({ filters: names, privateText: true });
  const { filters } = state;
  const shown = states.find((one) => one === filters.state);
  const due = dues.find((one) => one === filters.due);
  const stage = stages.find((one) => one === filters.stage);
  const body = {
    text: state.q || null,
    state: shown ?? null,
    stage: stage ?? null,
    due: due ?? null,
    mine: filters.mine === 'true',
    caseId: filters.caseId ?? null,
    companyId: filters.companyId ?? null,
    endsBefore: filters.endsBefore ?? null,
    sort: shown === 'active' || shown === 'proposed' || due || filters.endsBefore ? ('endsOn' as const) : ('startsOnDescending' as const),
  };
  const list = useList({
    queryKey: internshipKeys.list(body),
    page: ({ signal, cursor }) => searchInternships({ ...body, cursor: cursor ?? null, total: false, limit: 25 }, signal),
    // Whose case may be seen is asked of every row that is counted: of tens of thousands that takes seconds.
    count: async (signal) => (await searchInternships({ ...body, cursor: null, total: true, limit: 1 }, signal)).total,
  });
  const selection = useSelection(body);
  const columns: Column<InternshipItem>[] = [
    { key: 'person', header: t('person'), cell: (row) => row.personName },
    { key: 'company', header: t('company'), cell: (row) => (row.companyMunicipality ? `${row.companyName}, ${row.companyMunicipality}` : row.companyName) },
    { key: 'state', header: t('stateLabel'), cell: (row) => <StageChip stage={row.stage} /> },
    { key: 'kind', header: t('kindLabel'), cell: (row) => t(`kindShort.${row.kind}`), wideOnly: true },
    { key: 'dates', header: t('dates'), cell: (row) => <Period from={row.startsOn} to={row.endedOn ?? row.endsOn} /> },
    { key: 'note', header: t('toKnow'), cell: (row) => <ToKnow row={row} /> },
    { key: 'tutor', header: t('promoterTutor'), cell: (row) => row.promoterTutorName, wideOnly: true },
  ];
  return (
    <Page
      title={t('nav')}
      count={list.total}
      actions={
        mayWrite && (
          <ButtonLink to="/internships/new" look="fill" icon="plus">
            {t('propose')}
          </ButtonLink>
        )
      }
    >
      {mayWrite && <Drafts />}
      <Tabs
        label={t('stateLabel')}
        tabs={tabs.map((key) => ({ key, label: t(`tab.${key}`) }))}
        current={shown ?? 'all'}
        onChange={(key) => state.setFilters({ state: key === 'all' ? undefined : key, stage: undefined, due: undefined })}
      >
        <ListBar>
          <SearchBox label={t('search')} value={state.q} onChange={state.setQ} />
          <FilterSelect label={t('dueLabel')} value={due} options={dues.map((value) => ({ value, label: t(`due.${value}`) }))} onChange={(value) => state.setFilters({ due: value, state: undefined })} />
          <FilterSelect label={t('stageLabel')} value={stage} options={stages.slice(0, 5).map((value) => ({ value, label: t(`stage.${value}`) }))} onChange={(value) => state.setFilters({ stage: value, state: undefined })} />
          <FilterSelect label={t('whose')} value={filters.mine} options={[{ value: 'true', label: t('mine') }]} onChange={(value) => state.setFilter('mine', value)} />
          <SavedViews list="internships" state={state} except={['caseId']} />
        </ListBar>
        <FilterChips
          text={{ name: t('search'), value: state.q, onChange: state.setQ }}
          onClear={state.clear}
          chips={[
            !!due && { key: 'due', name: t('dueLabel'), label: t(`due.${due}`), onRemove: () => state.setFilter('due', undefined) },
            !!stage && { key: 'stage', name: t('stageLabel'), label: t(`stage.${stage}`), onRemove: () => state.setFilter('stage', undefined) },
            filters.mine === 'true' && { key: 'mine', name: t('whose'), label: t('mine'), onRemove: () => state.setFilter('mine', undefined) },
            !!filters.caseId && { key: 'case', name: t('person'), label: t('onePerson'), onRemove: () => state.setFilter('caseId', undefined) },
            !!filters.companyId && { key: 'company', name: t('company'), label: t('oneCompany'), onRemove: () => state.setFilter('companyId', undefined) },
            !!filters.endsBefore && { key: 'ends', name: t('endsBefore'), label: <>{t('endsBefore')} <DateText value={filters.endsBefore} short /></>, onRemove: () => state.setFilter('endsBefore', undefined) },
          ]}
        />
        <DataTable
          label={t('nav')}
          columns={columns}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => `/internships/${row.id}`}
          selection={mayWrite ? selection : undefined}
          bulkActions={<BulkActions due={due} selection={selection} nameOf={(id) => list.rows.find((row) => row.id === id)?.personName ?? ''} />}
          onClearFilters={state.isFiltered ? state.clear : undefined}
          empty={{
            title: t('empty.title'),
            text: t('empty.text'),
            action: mayWrite && (
              <ButtonLink to="/internships/new" look="fill" icon="plus">
                {t('propose')}
              </ButtonLink>
            ),
          }}
        />
      </Tabs>
    </Page>
  );
}

function ToKnow({ row }: { row: InternshipItem }) {
  const { t } = useTranslation('internships');
  const toCommunicate = row.state !== 'proposed' ? row.missingDocuments[0] : undefined;
  if (toCommunicate) return <StatusChip tone="warn">{t('missingOne', { paper: t(`paper.${toCommunicate}`) })}</StatusChip>;
  if (row.outcome) return t(`outcome.${row.outcome}`);
  if (row.state === 'proposed') {
    if (row.missingDocuments.length === 0) return <StatusChip tone="ok">{t('allThere')}</StatusChip>;
    const late = daysFromToday(row.startsOn) <= 7;
    return (
      <StatusChip tone={late ? 'late' : 'warn'}>
        {row.missingDocuments.length === 1 ? t('missingOne', { paper: t(`paper.${row.missingDocuments[0]}`) }) : t('missingMany', { count: row.missingDocuments.length })}
      </StatusChip>
    );
  }
  if (row.state !== 'active') return null;
  const days = daysFromToday(row.endsOn);
  if (days < 0) return <StatusChip tone="late">{t('pastEnd')}</StatusChip>;
  return days <= 14 ? <StatusChip tone="warn">{t('endsIn', { count: days })}</StatusChip> : null;
}
