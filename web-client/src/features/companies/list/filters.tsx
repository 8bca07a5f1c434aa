import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../../components/filters';
import { MunicipalityName } from '../../../components/form';
import { FilterMunicipality, FilterProvince } from '../../../components/place-filters';
import { SavedViews } from '../../../components/SavedViews';
import { useSectors } from '../../../components/sectors';
import { useListState, type ListState } from '../../../components/useListState';
import { useTags } from '../api/bulk';
import { useKeepers } from '../api/file';
import { useKinds, type Kind } from '../kinds';

const flags = ['hasAvailability', 'staleAvailability', 'contactDue', 'unreached', 'solidarityNetwork', 'obligationNotCovered', 'documentsExpiring', 'archived'] as const;
const names = ['sector', 'municipality', 'province', 'kind', 'tag', 'lookedAfterBy', ...flags] as const;
type Filter = (typeof names)[number];

/** Which companies: what the list, the map and the export ask for, kept in the address. */
export function useCompanyFilters() {
  const state = useListState({ filters: names, defaultSort: 'name' });
  const { sector, municipality, province, kind, tag, lookedAfterBy } = state.filters;
  const query = {
    q: state.q || undefined,
    sort: state.sort,
    sector,
    municipality,
    province,
    tag,
    lookedAfterBy,
    kind: kind as Kind | undefined,
    ...Object.fromEntries(flags.filter((flag) => state.filters[flag] === 'true').map((flag) => [flag, true])),
  };
  return { state, query };
}

/** The bar above the list and the map: the same filters on both. */
export function CompanyFilters({ state }: { state: ListState<Filter> }) {
  const { t } = useTranslation('companies');
  const sectors = useSectors();
  const kinds = useKinds();
  const keepers = useKeeperChoices();
  const tags = useTags().map((one) => ({ value: one.tag, label: one.tag }));
  const { sector, municipality, province, kind, tag, lookedAfterBy } = state.filters;
  const shown = flags.find((flag) => state.filters[flag] === 'true');
  const set = (name: Filter) => (value: string | undefined) => state.setFilter(name, value);
  const off = (name: Filter) => () => state.setFilter(name, undefined);
  return (
    <>
      <ListBar>
        <SearchBox label={t('search')} placeholder={t('searchHint')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('common:sector')} value={sector} options={sectors.options} onChange={set('sector')} />
        <FilterSelect label={t('kindLabel')} value={kind} options={kinds.options} onChange={set('kind')} />
        <FilterMunicipality label={t('municipality')} value={municipality} onChange={set('municipality')} />
        <FilterProvince label={t('province')} value={province} onChange={set('province')} />
        <FilterSelect label={t('filter.tag')} value={tag} options={tag && !tags.some((one) => one.value === tag) ? [{ value: tag, label: tag }, ...tags] : tags} onChange={set('tag')} />
        <FilterSelect label={t('file.lookedAfterBy')} value={lookedAfterBy} options={keepers} onChange={set('lookedAfterBy')} />
        <FilterSelect
          label={t('show')}
          value={shown}
          options={flags.map((flag) => ({ value: flag, label: t(`flag.${flag}`) }))}
          onChange={(value) => state.setFilters({ ...Object.fromEntries(flags.map((flag) => [flag, undefined])), ...(value ? { [value]: 'true' } : {}) })}
        />
        <SavedViews list="companies" state={state} />
      </ListBar>
      <FilterChips
        text={{ name: t('search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          !!sector && { key: 'sector', name: t('common:sector'), label: sectors.name(sector), onRemove: off('sector') },
          !!kind && { key: 'kind', name: t('kindLabel'), label: kinds.name(kind), onRemove: off('kind') },
          !!municipality && { key: 'municipality', name: t('municipality'), label: <MunicipalityName code={municipality} />, onRemove: off('municipality') },
          !!province && { key: 'province', name: t('province'), label: t('provinceChip', { code: province }), onRemove: off('province') },
          !!tag && { key: 'tag', name: t('filter.tag'), label: t('filter.tagChip', { tag }), onRemove: off('tag') },
          !!lookedAfterBy && { key: 'lookedAfterBy', name: t('file.lookedAfterBy'), label: keepers.find((one) => one.value === lookedAfterBy)?.label ?? t('filter.colleague'), onRemove: off('lookedAfterBy') },
          ...flags.map((flag) => state.filters[flag] === 'true' && { key: flag, name: t('show'), label: t(`flag.${flag}`), onRemove: off(flag) }),
        ]}
      />
    </>
  );
}

/** One's own first; the names of colleagues are for whoever may give them companies. */
function useKeeperChoices() {
  const { t } = useTranslation('companies');
  const colleagues = useKeepers(useRight('companies:write'));
  return [{ value: 'mine', label: t('filter.mine') }, { value: 'nobody', label: t('filter.nobody') }, ...colleagues];
}
