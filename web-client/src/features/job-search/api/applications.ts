import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { jobKeys } from './keys';

export type Application = ResponseBody<'getJobApplication'>;
export type ApplicationItem = ListItem<'listJobApplications'>;
export type ApplicationDraft = RequestBody<'changeJobApplication'>;
export type Opening = ResponseBody<'listJobOpenings'>['items'][number];

export const applicationFilters = ['draft', 'awaiting', 'answerDue', 'interview', 'closed'] as const;
export const openingSources = ['opportunities', 'companies', 'agencies'] as const;
export const channels = ['email', 'portal', 'inPerson', 'phone'] as const;
export const newsKinds = ['answered', 'reminded', 'interviewPlanned', 'interviewHeld', 'hired', 'refused', 'noAnswer', 'withdrawn'] as const;

export function useApplications(query: QueryOf<'listJobApplications'>, enabled = true) {
  return useList<ApplicationItem>({
    queryKey: jobKeys.applications(query),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/job-applications', { params: { query: { ...query, ...at } }, signal })),
    enabled,
  });
}

export const useApplication = (id: string) =>
  useQuery({ queryKey: jobKeys.application(id), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/job-applications/{id}', { params: { path: { id } }, signal })) });

export const usePreview = (id: string, version: number, enabled: boolean) =>
  useQuery({
    queryKey: jobKeys.preview(id, version),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/job-applications/{id}/preview', { params: { path: { id } }, signal })),
    enabled,
  });

export const useOpenings = (pathId: string, query: NonNullable<QueryOf<'listJobOpenings'>>) =>
  useQuery({
    queryKey: jobKeys.openings(pathId, query),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/job-search-paths/{id}/openings', { params: { path: { id: pathId }, query }, signal })),
  });

export const prepareApplication = (pathId: string, application: ApplicationDraft) => unwrap(api.POST('/api/v1/job-applications', { body: { pathId, application } }));

export const changeApplication = (id: string, version: number | string, body: ApplicationDraft) =>
  unwrap(api.PUT('/api/v1/job-applications/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const discardApplication = (id: string, version: number | string) =>
  unwrap(api.DELETE('/api/v1/job-applications/{id}', { params: { path: { id }, header: ifMatch(version) } }));

export const sendApplication = (id: string, version: number | string) =>
  unwrap(api.POST('/api/v1/job-applications/{id}/sending', { params: { path: { id }, header: ifMatch(version) } }));

export const recordNews = (id: string, version: number | string, body: RequestBody<'recordJobNews'>) =>
  unwrap(api.POST('/api/v1/job-applications/{id}/news', { params: { path: { id }, header: ifMatch(version) }, body }));
