import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';

export interface ListStateOptions<Filter extends string> {
  /** The filters of this list, as they are called in the address. */
  filters?: readonly Filter[];
  defaultSort?: string;
  /** The searched text may be a person's name: it is kept in the history entry, never in the address. */
  privateText?: boolean;
}

export interface ListState<Filter extends string> {
  q: string;
  sort: string | undefined;
  filters: Partial<Record<Filter, string>>;
  /** Text or any filter is set. */
  isFiltered: boolean;
  setQ: (q: string) => void;
  setSort: (sort: string | undefined) => void;
  /** An empty value removes the filter. */
  setFilter: (name: Filter, value: string | undefined) => void;
  setFilters: (values: Partial<Record<Filter, string | undefined>>) => void;
  clear: () => void;
  /** What goes into the query of the list: only what is set. */
  query: { q?: string; sort?: string } & Partial<Record<Filter, string>>;
}

/** Text, filters and order of a list, kept where "back" and a shared address find them again. */
export function useListState<Filter extends string = never>(options: ListStateOptions<Filter> = {}): ListState<Filter> {
  const { filters: names = [] as readonly Filter[], defaultSort, privateText = false } = options;
  const location = useLocation();
  const navigate = useNavigate();
  const search = useMemo(() => new URLSearchParams(location.search), [location.search]);
  const state = location.state as Record<string, unknown> | null;

  const q = (privateText ? (state?.q as string | undefined) : search.get('q')) ?? '';
  const sort = search.get('sort') ?? defaultSort;
  const namesKey = names.join(',');
  const filters = useMemo(() => {
    const set: Partial<Record<Filter, string>> = {};
    for (const name of namesKey.split(',') as Filter[]) {
      const value = name && search.get(name);
      if (value) set[name] = value;
    }
    return set;
  }, [search, namesKey]);

  // Two filters set before the page is drawn again: the second must not forget the first.
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);

  const change = useCallback(
    (params: Record<string, string | undefined>, text?: string) => {
      const next = new URLSearchParams(latest.current);
      for (const [name, value] of Object.entries(params)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      latest.current = next;
      const nextState = text === undefined ? state : { ...state, q: text || undefined };
      void navigate({ search: next.toString(), hash: location.hash }, { replace: true, state: nextState, preventScrollReset: true });
    },
    [state, navigate, location.hash],
  );

  const setQ = useCallback((text: string) => (privateText ? change({}, text) : change({ q: text })), [change, privateText]);
  const setSort = useCallback((value: string | undefined) => change({ sort: value === defaultSort ? undefined : value }), [change, defaultSort]);
  const setFilters = useCallback((values: Partial<Record<Filter, string | undefined>>) => change(values as Record<string, string | undefined>), [change]);
  const setFilter = useCallback((name: Filter, value: string | undefined) => change({ [name]: value }), [change]);
  const clear = useCallback(() => {
    const none = Object.fromEntries([...namesKey.split(','), 'q'].filter(Boolean).map((name) => [name, undefined]));
    change(none, privateText ? '' : undefined);
  }, [change, namesKey, privateText]);

  const query = useMemo(
    () => ({ ...(q ? { q } : {}), ...(sort ? { sort } : {}), ...filters }) as ListState<Filter>['query'],
    [q, sort, filters],
  );

  return { q, sort, filters, isFiltered: q !== '' || Object.keys(filters).length > 0, setQ, setSort, setFilter, setFilters, clear, query };
}
