import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useList } from '../components/useList';
import { api, unwrap } from '../api/client';
import type { ListItem } from '../api/types';

export type Notification = ListItem<'listNotifications'>;

const key = ['notifications'] as const;

/** How many are unread: asked again each minute, and when one comes back to the page. */
export function useUnreadCount() {
  return useQuery({
    queryKey: [...key, 'count'],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/notifications', { params: { query: { limit: 1, unread: true } }, signal }))).unread,
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
  });
}

export function useNotifications(enabled: boolean) {
  return useList<Notification>({
    queryKey: [...key, 'list'],
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/notifications', { params: { query: { cursor, limit: 15 } }, signal })),
    enabled,
  });
}

export function useReadNotification() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/notifications/{id}/reading', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useReadAllNotifications() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/notifications/reading', {})),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
