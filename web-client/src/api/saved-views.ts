import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from './client';
import type { ListItem } from './types';

export type SavedView = ListItem<'listSavedViews'>;

const key = (list: string) => ['saved-views', list] as const;

export function useSavedViews(list: string) {
  return useQuery({ queryKey: key(list), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/saved-views', { params: { query: { list } }, signal })), staleTime: 60_000 });
}

/** Saving, changing and deleting the views of one list. */
export function useSavedViewChanges(list: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: key(list) });
  const save = useMutation({ mutationFn: (view: { name: string; query: string; shared: boolean }) => unwrap(api.POST('/api/v1/saved-views', { body: { list, ...view } })), onSuccess });
  const change = useMutation({
    mutationFn: ({ id, version, name, query, shared }: SavedView) =>
      unwrap(api.PUT('/api/v1/saved-views/{viewId}', { params: { path: { viewId: id }, header: ifMatch(version) }, body: { name, query, shared } })),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: (viewId: string) => unwrap(api.DELETE('/api/v1/saved-views/{viewId}', { params: { path: { viewId } } })), onSuccess });
  return { save, change, remove };
}
