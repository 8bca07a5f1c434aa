import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { bulletinKeys } from './keys';

export type Edition = ResponseBody<'getEdition'>;
export type EditionLine = ListItem<'listEditions'>;
export type EditionContent = RequestBody<'changeEdition'>;
export type EditionProgress = ResponseBody<'getEditionProgress'>;
export type EditionOpportunity = Edition['sections'][number]['opportunities'][number];

export function useEditions(query: QueryOf<'listEditions'>) {
  return useList<EditionLine>({
    queryKey: bulletinKeys.editions(query),
    page: ({ cursor, total, signal }) => unwrap(api.GET('/api/v1/bulletin/editions', { params: { query: { ...query, cursor, total } }, signal })),
  });
}

export function fetchEdition(number: number) {
  return unwrap(api.GET('/api/v1/bulletin/editions/{number}', { params: { path: { number } } }));
}

export function useEdition(number: number) {
  return useQuery({ queryKey: bulletinKeys.edition(number), queryFn: () => fetchEdition(number) });
}

export async function saveEdition(content: EditionContent & { number?: number | null }, number?: number, version?: number | string): Promise<number> {
  if (number === undefined) return (await unwrap(api.POST('/api/v1/bulletin/editions', { body: content as never }))).number;
  await unwrap(api.PUT('/api/v1/bulletin/editions/{number}', { params: { path: { number }, header: ifMatch(version!) }, body: content }));
  return number;
}

/** The edition exactly as it is mailed. */
export function useMail(number: number) {
  return useQuery({ queryKey: bulletinKeys.mail(number), queryFn: () => unwrap(api.GET('/api/v1/bulletin/editions/{number}/preview', { params: { path: { number } } })) });
}

/** What is being composed, as it would be mailed. */
export function useDraftMail(content: EditionContent & { number?: number }) {
  return useQuery({
    queryKey: bulletinKeys.draft(content),
    queryFn: () => unwrap(api.POST('/api/v1/bulletin/editions/preview', { body: content as never })),
    placeholderData: (before) => before,
  });
}

/** Read every second while the edition is going out. */
export function useProgress(number: number, enabled: boolean) {
  return useQuery({
    queryKey: bulletinKeys.progress(number),
    queryFn: () => unwrap(api.GET('/api/v1/bulletin/editions/{number}/progress', { params: { path: { number } } })),
    enabled,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'sent' ? 1000 : false),
  });
}

export function useScheduleEdition(number: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (at: string | null) => {
      const params = { path: { number } };
      return at === null
        ? unwrap(api.POST('/api/v1/bulletin/editions/{number}/unschedule', { params }))
        : unwrap(api.POST('/api/v1/bulletin/editions/{number}/schedule', { params, body: { at } }));
    },
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: bulletinKeys.all }), queries.invalidateQueries({ queryKey: ['today'] })]),
  });
}

export function useTestMail(number: number) {
  return useMutation({ mutationFn: (email: string) => unwrap(api.POST('/api/v1/bulletin/editions/{number}/test-mail', { params: { path: { number } }, body: { email } })) });
}

export function useResolveUncertain(number: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: 'resend' | 'consideredSent') =>
      unwrap(api.POST('/api/v1/bulletin/editions/{number}/uncertain-deliveries/resolution', { params: { path: { number } }, body: { decision } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: bulletinKeys.all }),
  });
}
