import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { jobKeys } from './keys';

export type Path = ResponseBody<'getJobSearchPath'>;
export type PathItem = ListItem<'listJobSearchPaths'>;
export type PathPlan = RequestBody<'changeJobSearchPath'>;
export type Session = Path['meetings'][number];

export const pathStates = ['open', 'closed'] as const;
export const pathOutcomes = ['hired', 'internship', 'training', 'selfEmployment', 'autonomous', 'interrupted', 'other'] as const;
export const sessionWays = ['inPerson', 'call', 'videoCall', 'sharedScreen'] as const;
export const sessionOutcomes = ['held', 'missed', 'cancelled'] as const;

export function usePaths(query: QueryOf<'listJobSearchPaths'>) {
  return useList<PathItem>({
    queryKey: jobKeys.paths(query),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/job-search-paths', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const readPath = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/job-search-paths/{id}', { params: { path: { id } }, signal }));

export const usePath = (id: string) => useQuery({ queryKey: jobKeys.path(id), queryFn: ({ signal }) => readPath(id, signal) });

/** The case that a search begins in: whose it is and who is on its équipe. */
export const useCase = (id: string) =>
  useQuery({ queryKey: ['job-search', 'case', id], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{id}', { params: { path: { id } }, signal })) });

export const openPath = (caseId: string, plan: PathPlan) => unwrap(api.POST('/api/v1/job-search-paths', { body: { caseId, ...plan } }));

export const changePath = (id: string, version: number | string, body: PathPlan) =>
  unwrap(api.PUT('/api/v1/job-search-paths/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const closePath = (id: string, version: number | string, body: RequestBody<'closeJobSearchPath'>) =>
  unwrap(api.POST('/api/v1/job-search-paths/{id}/closure', { params: { path: { id }, header: ifMatch(version) }, body }));

export const reopenPath = (id: string, version: number | string) =>
  unwrap(api.DELETE('/api/v1/job-search-paths/{id}/closure', { params: { path: { id }, header: ifMatch(version) } }));

export const planSession = (id: string, body: RequestBody<'planJobSession'>) => unwrap(api.POST('/api/v1/job-search-paths/{id}/sessions', { params: { path: { id } }, body }));

export const changeSession = (id: string, sessionId: string, version: number | string, body: RequestBody<'changeJobSession'>) =>
  unwrap(api.PUT('/api/v1/job-search-paths/{id}/sessions/{sessionId}', { params: { path: { id, sessionId }, header: ifMatch(version) }, body }));

export const recordSession = (id: string, sessionId: string, version: number | string, body: RequestBody<'recordJobSession'>) =>
  unwrap(api.POST('/api/v1/job-search-paths/{id}/sessions/{sessionId}/outcome', { params: { path: { id, sessionId }, header: ifMatch(version) }, body }));

export const takeBackSession = (id: string, sessionId: string, version: number | string) =>
  unwrap(api.DELETE('/api/v1/job-search-paths/{id}/sessions/{sessionId}/outcome', { params: { path: { id, sessionId }, header: ifMatch(version) } }));

export function useRefresh() {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: jobKeys.all }), queries.invalidateQueries({ queryKey: todayKey })]);
}
