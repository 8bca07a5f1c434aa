import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { callKeys } from './keys';

export type CallItem = ListItem<'getCallList'>;
export type CallEntry = RequestBody<'logContact'>;
export type Outcome = CallEntry['outcome'];
export type Channel = NonNullable<CallEntry['channel']>;
export type Contact = ListItem<'listContacts'>;
export type Availability = ListItem<'listAvailabilities'>;
export type NewAvailability = RequestBody<'declareAvailability'>;
export type Company = ResponseBody<'getCompany'>;

export const listCalls = (query: QueryOf<'getCallList'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/companies/call-list', { params: { query }, signal }));

/** How many for each reason; with `mine` only of those that whoever asks looks after. */
export function useCallCounts(mine = false) {
  return useQuery({ queryKey: callKeys.counts(mine), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/call-list/counts', { params: { query: { mine } }, signal })) });
}

/** The days that outcomes propose, by outcome. */
export function useProposals() {
  return useQuery({
    queryKey: callKeys.proposals,
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => {
      const { items } = await unwrap(api.GET('/api/v1/companies/next-contact-proposals', { signal }));
      return Object.fromEntries(items.map((item) => [item.outcome, item.nextContactOn ?? ''])) as Record<Outcome, string>;
    },
  }).data;
}

export const logCall = (companyId: string, body: CallEntry) => unwrap(api.POST('/api/v1/companies/{companyId}/contacts', { params: { path: { companyId } }, body }));

export const undoCall = (companyId: string, contactId: string) =>
  unwrap(api.DELETE('/api/v1/companies/{companyId}/contacts/{contactId}', { params: { path: { companyId, contactId } } }));

/** What the company says on the phone that it can offer. */
export const declareOffer = (companyId: string, body: NewAvailability) => unwrap(api.POST('/api/v1/companies/{companyId}/availabilities', { params: { path: { companyId } }, body }));
