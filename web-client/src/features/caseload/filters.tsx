import { useTranslation } from 'react-i18next';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { SavedViews } from '../../components/SavedViews';
import { useListState, type ListState } from '../../components/useListState';
import { classes } from '../../lib/classes';
import { number } from '../../lib/format';
import { flags, known, programmeOf, sorts, states, useCategories, useCaseloadSummary, type CaseloadSummary } from './api/caseload';

const names = ['state', 'flag', 'manager', 'body', 'category', 'programme', 'mine'] as const;
export type CaseloadState = ListState<(typeof names)[number]>;

export const useCaseloadState = (): CaseloadState => useListState({ filters: names, defaultSort: 'due', privateText: true });

/** How many cases need what; each number is the way to them. */
export function Counters({ state, summary }: { state: CaseloadState; summary: CaseloadSummary | undefined }) {
  const { t } = useTranslation('caseload');
  const { flag } = state.filters;
  const followUp = state.filters.state === 'followUp';
  const all = [
    { key: 'open', count: summary?.open, on: !flag && !state.filters.state, tone: '', choose: () => state.setFilters({ flag: undefined, state: undefined }) },
    ...flags.map((one) => ({ key: one, count: summary?.[one], on: flag === one, tone: one === 'late' ? 'late' : '', choose: () => state.setFilters({ flag: flag === one ? undefined : one, state: undefined }) })),
    { key: 'followUp', count: summary?.followUp, on: followUp, tone: '', choose: () => state.setFilters({ flag: undefined, state: followUp ? undefined : 'followUp' }) },
  ] as const;
  return (
    <div className="caseload-counters" role="group" aria-label={t('counters')}>
      {all.map((one) => (
        <button key={one.key} type="button" aria-pressed={one.on} className={classes(one.on && 'on', !!one.count && one.tone)} onClick={one.choose}>
          <b>{one.count === undefined ? '–' : number(Number(one.count))}</b> {t(`counter.${one.key}`)}
        </button>
      ))}
    </div>
  );
}

export function CaseloadFilterBar({ state }: { state: CaseloadState }) {
  const { t } = useTranslation('caseload');
  const mine = state.filters.mine !== 'false';
  const summary = useCaseloadSummary(mine).data;
  const categories = useCategories();
  const chosen = {
    state: known(states, state.filters.state),
    flag: known(flags, state.filters.flag),
    sort: known(sorts, state.sort),
  };
  const named = (choices: { value: string; label: string }[] | undefined, value: string | undefined) => choices?.find((one) => one.value === value)?.label ?? '…';
  const category = categories.find((one) => one.code === state.filters.category);
  return (
    <>
      <Counters state={state} summary={summary} />
      <ListBar>
        <SearchBox label={t('search')} placeholder={t('searchPlaceholder')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('state.label')} value={chosen.state} options={states.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(value) => state.setFilters({ state: value, flag: undefined })} />
        <FilterSelect label={t('manager')} value={state.filters.manager} options={summary?.managers ?? []} onChange={(value) => state.setFilter('manager', value)} />
        {(summary?.bodies.length ?? 0) > 0 && <FilterSelect label={t('body')} value={state.filters.body} options={summary?.bodies ?? []} onChange={(value) => state.setFilter('body', value)} />}
        <FilterSelect label={t('category')} value={category?.code} options={categories.map((one) => ({ value: one.code, label: one.name }))} onChange={(value) => state.setFilter('category', value)} />
        {(summary?.programmes.length ?? 0) > 0 && <FilterSelect label={t('programme')} value={programmeOf(state.filters.programme)} options={summary?.programmes ?? []} onChange={(value) => state.setFilter('programme', value)} />}
        <div className="filter-select">
          <select aria-label={t('sort.label')} value={chosen.sort ?? 'due'} onChange={(event) => state.setSort(event.target.value)}>
            {sorts.map((one) => (
              <option key={one} value={one}>
                {t(`sort.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <label className="check-line">
          <input type="checkbox" checked={mine} onChange={(event) => state.setFilter('mine', event.target.checked ? undefined : 'false')} /> {t('onlyMine')}
        </label>
        <SavedViews list="caseload" state={state} />
      </ListBar>
      <FilterChips
        text={{ name: t('search'), value: state.q, onChange: state.setQ }}
        chips={[
          chosen.flag && { key: 'flag', label: t(`counter.${chosen.flag}`), name: t('flag'), onRemove: () => state.setFilter('flag', undefined) },
          chosen.state && { key: 'state', label: t(`state.${chosen.state}`), name: t('state.label'), onRemove: () => state.setFilter('state', undefined) },
          !!state.filters.manager && { key: 'manager', label: named(summary?.managers, state.filters.manager), name: t('manager'), onRemove: () => state.setFilter('manager', undefined) },
          !!state.filters.body && { key: 'body', label: named(summary?.bodies, state.filters.body), name: t('body'), onRemove: () => state.setFilter('body', undefined) },
          category && { key: 'category', label: category.name, name: t('category'), onRemove: () => state.setFilter('category', undefined) },
          !!programmeOf(state.filters.programme) && { key: 'programme', label: named(summary?.programmes, state.filters.programme), name: t('programme'), onRemove: () => state.setFilter('programme', undefined) },
          !mine && { key: 'mine', label: t('alsoOthers'), name: t('onlyMine'), onRemove: () => state.setFilter('mine', undefined) },
        ]}
        onClear={state.clear}
      />
    </>
  );
}
