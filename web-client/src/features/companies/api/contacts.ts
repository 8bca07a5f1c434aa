import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import { companyKeys } from './keys';

export type Contact = ListItem<'listContacts'>;

export function useContacts(companyId: string) {
  return useInfiniteQuery({
    queryKey: companyKeys.contacts(companyId),
    queryFn: ({ pageParam, signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/contacts', { params: { path: { companyId }, query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

export const logContact = (companyId: string, body: RequestBody<'logContact'>) => unwrap(api.POST('/api/v1/companies/{companyId}/contacts', { params: { path: { companyId } }, body }));

/** The day that each outcome proposes for the next contact. */
export function useNextContactProposals() {
  return useQuery({
    queryKey: companyKeys.proposals,
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/companies/next-contact-proposals', { signal }))).items,
  }).data;
}
