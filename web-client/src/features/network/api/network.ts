import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import { answersOf, type Answers } from '../../../lib/answers';

export const networkKeys = {
  all: ['network'] as const,
  list: (what: string, query: object) => ['network', what, 'list', query] as const,
  one: (what: string, id: string) => ['network', what, id] as const,
};

/** A change of the network: lists, records and what is due are read again. */
export function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: networkKeys.all }), queries.invalidateQueries({ queryKey: todayKey })]) });
}

/** The first bodies whose name has the text. */
export async function findBodies(text: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.GET('/api/v1/partner-bodies', { params: { query: { q: text || undefined, limit: 20 } }, signal }));
  return answersOf(page, (body) => ({ id: body.id, label: body.name, detail: body.municipalityName ?? undefined }));
}

/** Those who are still there. */
export function useBodyPeople(partnerBodyId: string | undefined) {
  return useQuery({
    queryKey: networkKeys.one('people', partnerBodyId ?? ''),
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/partner-bodies/{partnerBodyId}/people', { params: { path: { partnerBodyId: partnerBodyId! } }, signal }))).items.filter((person) => !person.leftOn),
    enabled: !!partnerBodyId,
  });
}

export function useDecisionOwners(enabled: boolean) {
  return useQuery({ queryKey: networkKeys.one('owners', ''), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/working-tables/decision-owners', { signal })), enabled });
}

export const readFeed = (signal: AbortSignal) => unwrap(api.GET('/api/v1/calendar-feed', { signal }));

export const renewFeed = () => unwrap(api.POST('/api/v1/calendar-feed'));

export const revokeFeed = () => unwrap(api.DELETE('/api/v1/calendar-feed'));
