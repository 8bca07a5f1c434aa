import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { bulletinKeys } from './keys';

export type Subscriber = ResponseBody<'searchSubscribers'>['items'][number];
export const subscriberStates = ['confirmed', 'pending', 'unsubscribed', 'bounced'] as const;

/** Searched by POST: an address is personal data and stays out of URLs. */
export function useSubscribers(query: { q?: string; state?: string }) {
  return useList<Subscriber>({
    queryKey: bulletinKeys.subscribers(query),
    page: ({ cursor, total, signal }) => unwrap(api.POST('/api/v1/bulletin/subscribers/search', { body: { ...query, cursor: cursor ?? null, total: total ?? null } as never, signal })),
  });
}

export function useAddSubscriber() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (subscriber: RequestBody<'addSubscriber'>) => unwrap(api.POST('/api/v1/bulletin/subscribers', { body: subscriber })),
    onSuccess: () => queries.invalidateQueries({ queryKey: bulletinKeys.all }),
  });
}

export function useUnsubscribeSubscriber() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/bulletin/subscribers/{id}/unsubscription', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: bulletinKeys.all }),
  });
}
