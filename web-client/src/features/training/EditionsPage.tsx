import { useTranslation } from 'react-i18next';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { useListState } from '../../components/useListState';
import { useMe } from '../../api/session';
import { dueKinds, editionStates, useEditions } from './api/editions';
import { EditionTable } from './EditionTable';
import { TrainingTabs } from './TrainingTabs';

export function EditionsPage() {
  const { t } = useTranslation('training');
  const isTrainer = useMe().data?.roles.includes('trainer') ?? false;
  const state = useListState<'state' | 'mine' | 'due'>({ filters: ['state', 'mine', 'due'] });
  const chosen = editionStates.find((one) => one === state.filters.state);
  const due = dueKinds.find((one) => one === state.filters.due);
  const mine = state.filters.mine === 'true';
  const list = useEditions({ q: state.q || undefined, state: chosen, mine: mine || undefined, due });
  return (
    <Page title={t('editions.title')} count={list.total}>
      <TrainingTabs />
      <ListBar>
        <SearchBox label={t('editions.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('edition.state')} value={chosen} options={editionStates.map((value) => ({ value, label: t(`editionState.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
        <FilterSelect label={t('edition.due')} value={due} options={dueKinds.map((value) => ({ value, label: t(`due.${value}`) }))} onChange={(value) => state.setFilter('due', value)} />
        {isTrainer && (
          <FilterSelect label={t('edition.trainer')} value={mine ? 'true' : undefined} options={[{ value: 'true', label: t('editions.mine') }]} onChange={(value) => state.setFilter('mine', value)} />
        )}
      </ListBar>
      <FilterChips
        text={{ name: t('editions.search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          chosen && { key: 'state', label: t(`editionState.${chosen}`), name: t('edition.state'), onRemove: () => state.setFilter('state', undefined) },
          due && { key: 'due', label: t(`due.${due}`), name: t('edition.due'), onRemove: () => state.setFilter('due', undefined) },
          mine && { key: 'mine', label: t('editions.mine'), name: t('edition.trainer'), onRemove: () => state.setFilter('mine', undefined) },
        ]}
      />
      <EditionTable list={list} onClearFilters={state.isFiltered ? state.clear : undefined} empty={{ title: t('editions.empty'), text: t('editions.emptyText') }} />
    </Page>
  );
}
