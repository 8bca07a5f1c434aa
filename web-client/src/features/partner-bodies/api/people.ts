import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import { partnerBodyKeys } from './partner-bodies';

export type BodyPerson = ListItem<'listBodyPeople'>;
export type BodyPersonData = RequestBody<'addBodyPerson'>;

export function usePeople(partnerBodyId: string) {
  return useQuery({
    queryKey: [...partnerBodyKeys.one(partnerBodyId), 'people'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/partner-bodies/{partnerBodyId}/people', { params: { path: { partnerBodyId } }, signal })),
  });
}

export const addPerson = (partnerBodyId: string, body: BodyPersonData) => unwrap(api.POST('/api/v1/partner-bodies/{partnerBodyId}/people', { params: { path: { partnerBodyId } }, body }));

export const updatePerson = (partnerBodyId: string, personId: string, body: BodyPersonData, version: number | string) =>
  unwrap(api.PUT('/api/v1/partner-bodies/{partnerBodyId}/people/{personId}', { params: { path: { partnerBodyId, personId }, header: ifMatch(version) }, body }));

/** The tables, events and protocols in which a body takes part: the first few of each. */
export function useInvolvement(bodyId: string) {
  const query = { bodyId, limit: 10 };
  return useQuery({
    queryKey: [...partnerBodyKeys.one(bodyId), 'network'],
    queryFn: async ({ signal }) => {
      const [tables, events, protocols] = await Promise.all([
        unwrap(api.GET('/api/v1/working-tables', { params: { query }, signal })),
        unwrap(api.GET('/api/v1/network-events', { params: { query }, signal })),
        unwrap(api.GET('/api/v1/protocols', { params: { query }, signal })),
      ]);
      return { tables: tables.items, events: events.items, protocols: protocols.items };
    },
  });
}
