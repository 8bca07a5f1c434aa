import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { useListState } from '../../components/useListState';
import { DateText, Money } from '../../components/values';
import { programmeKinds, programmeStates, useProgrammes, type ProgrammeItem } from './api/programmes';
import { ProgrammeChip } from './words';

export function ProgrammesPage() {
  const { t } = useTranslation('programmes');
  const state = useListState({ filters: ['kind', 'state', 'awaiting'] });
  const awaiting = state.filters.awaiting === 'true';
  const mayWrite = useMayWrite();
  const kind = programmeKinds.find((one) => one === state.filters.kind);
  const stands = programmeStates.find((one) => one === state.filters.state);
  const list = useProgrammes({ q: state.q || undefined, kind, state: stands, awaiting: awaiting || undefined });
  const columns: Column<ProgrammeItem>[] = [
    { key: 'name', header: t('name'), cell: (row) => row.name },
    { key: 'kind', header: t('kindLabel'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'from', header: t('startsOn'), cell: (row) => <DateText value={row.startsOn} short />, wideOnly: true },
    { key: 'to', header: t('endsOn'), cell: (row) => <DateText value={row.endsOn} short /> },
    { key: 'budget', header: t('budget'), cell: (row) => <Money cents={Number(row.budgetCents)} />, align: 'end', wideOnly: true },
    { key: 'allowances', header: t('forAllowances'), cell: (row) => <Money cents={Number(row.allowanceCents)} />, align: 'end' },
    { key: 'state', header: t('stateLabel'), cell: (row) => <ProgrammeChip state={row.state} /> },
  ];
  const add = mayWrite && (
    <ButtonLink to="/programmes/new" look="fill" icon="plus">
      {t('new')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav')} count={list.total} actions={add}>
      <ListBar>
        <SearchBox label={t('search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('kindLabel')} value={kind} options={programmeKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => state.setFilter('kind', value)} />
        <FilterSelect label={t('stateLabel')} value={stands} options={programmeStates.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
        <FilterSelect label={t('awaitingLabel')} value={awaiting ? 'true' : undefined} options={[{ value: 'true', label: t('awaiting') }]} onChange={(value) => state.setFilter('awaiting', value)} />
      </ListBar>
      <FilterChips
        text={{ name: t('search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          kind && { key: 'kind', name: t('kindLabel'), label: t(`kind.${kind}`), onRemove: () => state.setFilter('kind', undefined) },
          stands && { key: 'state', name: t('stateLabel'), label: t(`state.${stands}`), onRemove: () => state.setFilter('state', undefined) },
          awaiting && { key: 'awaiting', name: t('awaitingLabel'), label: t('awaiting'), onRemove: () => state.setFilter('awaiting', undefined) },
        ]}
      />
      <DataTable
        label={t('nav')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/programmes/${row.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('empty'), text: t('emptyText'), action: add }}
      />
    </Page>
  );
}

/** Who writes a programme chooses its bodies, so has to see them. */
export function useMayWrite() {
  const [write, bodies] = [useRight('programmes:write'), useRight('partner-bodies:read')];
  return write && bodies;
}
