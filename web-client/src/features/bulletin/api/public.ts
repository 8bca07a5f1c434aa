import { useMutation, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { QueryOf, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { publicKeys } from './keys';

export type Offer = ResponseBody<'getPublicOpportunity'>;

export function useOffers(query: QueryOf<'listPublicOpportunities'>) {
  return useList({
    queryKey: publicKeys.offers(query),
    page: ({ cursor, total, signal }) => unwrap(api.GET('/api/v1/public/opportunities', { params: { query: { ...query, cursor, total } }, signal })),
  });
}

export function useOffer(id: string) {
  return useQuery({ queryKey: publicKeys.offer(id), queryFn: () => unwrap(api.GET('/api/v1/public/opportunities/{id}', { params: { path: { id } } })) });
}

export function useArchive() {
  return useList({
    queryKey: publicKeys.archive,
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/public/bulletin', { params: { query: { cursor } }, signal })),
  });
}

export function useArchivedEdition(number: number) {
  return useQuery({ queryKey: publicKeys.edition(number), queryFn: () => unwrap(api.GET('/api/v1/public/bulletin/{number}', { params: { path: { number } } })) });
}

export function askSubscription(email: string, consent: boolean) {
  return unwrap(api.POST('/api/v1/public/bulletin/subscriptions', { body: { email, consent } }));
}

export function useConfirmSubscription() {
  return useMutation({ mutationFn: (token: string) => unwrap(api.POST('/api/v1/public/bulletin/subscriptions/confirmation', { body: { token } })) });
}

export function useUnsubscribe() {
  return useMutation({ mutationFn: (token: string) => unwrap(api.POST('/api/v1/public/bulletin/unsubscription/{token}', { params: { path: { token } } })) });
}
