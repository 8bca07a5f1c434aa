import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { SavedViews } from '../../components/SavedViews';
import { StatusChip } from '../../components/StatusChip';
import { useListState } from '../../components/useListState';
import { RelativeDate } from '../../components/values';
import { personStates, usePeople, type FoundPerson } from './api/search-people';
import { PersonStateChip } from './StateChip';

/** My caseload first; whoever coordinates can look at all that may be seen. */
export function PeoplePage() {
  const { t } = useTranslation('beneficiaries');
  const mayWrite = useRight('beneficiaries:write');
  const state = useListState({ filters: ['state', 'mine'], privateText: true });
  const onlyMine = state.filters.mine !== 'false';
  const list = usePeople({ text: state.q, state: state.filters.state, onlyMine });
  const stateName = personStates.find((one) => one === state.filters.state);

  const columns: Column<FoundPerson>[] = [
    {
      key: 'name',
      header: t('person'),
      cell: (person) => (
        <>
          {person.displayName}
          {person.preferredName && <small> «{person.preferredName}»</small>}
        </>
      ),
    },
    {
      key: 'state',
      header: t('stateLabel'),
      cell: (person) => (
        <>
          <PersonStateChip state={person.state} /> {person.restricted && <StatusChip>{t('restricted')}</StatusChip>}
        </>
      ),
    },
    { key: 'age', header: t('age'), cell: (person) => person.age, wideOnly: true },
    { key: 'place', header: t('domicile'), cell: (person) => person.domicileName ?? '' },
    { key: 'manager', header: t('manager'), cell: (person) => person.managerName ?? '' },
    { key: 'activity', header: t('lastActivity'), cell: (person) => (person.caseId ? <RelativeDate value={person.lastActivityOn} /> : null) },
    { key: 'internships', header: t('internship'), cell: (person) => (person.openInternships > 0 ? <StatusChip tone="ok">{t('running')}</StatusChip> : null), wideOnly: true },
  ];

  return (
    <Page
      title={t(onlyMine ? 'myPeople' : 'nav')}
      documentTitle={t('nav')}
      count={list.total}
      actions={
        mayWrite && (
          <>
            <ButtonLink look="fill" icon="plus" to="/beneficiaries/new">
              {t('register')}
            </ButtonLink>
            <ButtonLink look="quiet" icon="unlocked" to="/beneficiaries/emergency-accesses">
              {t('emergencies.title')}
            </ButtonLink>
          </>
        )
      }
    >
      <ListBar>
        <SearchBox label={t('searchLabel')} placeholder={t('searchPlaceholder')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('stateLabel')} value={stateName} options={personStates.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
        <div className="filter-select">
          <label className="check-line">
            <input type="checkbox" checked={onlyMine} onChange={(event) => state.setFilter('mine', event.target.checked ? undefined : 'false')} /> {t('onlyMine')}
          </label>
        </div>
        <SavedViews list="beneficiaries" state={state} />
      </ListBar>
      <FilterChips
        text={{ name: t('searchLabel'), value: state.q, onChange: state.setQ }}
        chips={[
          stateName && { key: 'state', label: t(`state.${stateName}`), name: t('stateLabel'), onRemove: () => state.setFilter('state', undefined) },
          !onlyMine && { key: 'all', label: t('alsoOthers'), name: t('alsoOthers'), onRemove: () => state.setFilter('mine', undefined) },
        ]}
        onClear={state.clear}
      />
      <DataTable
        label={t('nav')}
        columns={columns}
        list={list}
        rowKey={(person) => person.id}
        rowLink={(person) => `/beneficiaries/${person.id}`}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        onClearFilters={state.q !== '' || stateName ? state.clear : undefined}
      />
    </Page>
  );
}
