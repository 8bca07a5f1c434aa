import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ResponseBody } from '../../../api/types';
import type { Proposal } from './internships';
import { internshipKeys } from './keys';

export type Draft = ResponseBody<'getInternshipDraft'>;

export const useDrafts = (enabled: boolean) =>
  useQuery({ queryKey: internshipKeys.drafts, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internship-drafts', { signal })), enabled });

/** Read afresh each time: what is on the screen is what will be saved. */
export const useDraft = (id: string | null) =>
  useQuery({
    queryKey: [...internshipKeys.drafts, id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internship-drafts/{id}', { params: { path: { id: id! } }, signal })),
    enabled: id !== null,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const beginDraft = (body: Proposal) => unwrap(api.POST('/api/v1/internship-drafts', { body }));

export const saveDraft = (id: string, version: number | string, body: Proposal) =>
  unwrap(api.PUT('/api/v1/internship-drafts/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const dropDraft = (id: string) => unwrap(api.DELETE('/api/v1/internship-drafts/{id}', { params: { path: { id } } }));
