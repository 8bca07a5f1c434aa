import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ResponseBody } from '../../../api/types';
import { answersOf, type Answers } from '../../../lib/answers';
import type { Criteria } from './work-profile';

export type CompanyMatch = ResponseBody<'matchCompanies'>['items'][number];

export interface MatchFilters {
  onlyAvailableNow: boolean;
  maxKm: number;
  kind: 'extracurricular' | 'socialInclusion';
  limit: number;
}

/** Companies for what somebody can and cannot do at work: functional criteria only, nothing else of the person is sent. */
export function useCompanyMatches(criteria: Criteria | undefined, filters: MatchFilters) {
  return useQuery({
    queryKey: ['company-matches', criteria, filters],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/company-matches', { body: { ...criteria!, municipality: criteria!.municipality!, ...filters }, signal })),
    enabled: !!criteria?.municipality,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function useInternshipsOf(caseId: string) {
  return useQuery({
    queryKey: ['internships', 'of-case', caseId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internships', { params: { query: { caseId, limit: 10 } }, signal })),
  });
}

export async function findPartnerBodies(q: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.GET('/api/v1/partner-bodies', { params: { query: { q: q || undefined, limit: 10 } }, signal }));
  return answersOf(page, (body) => ({ id: body.id, label: body.name, detail: body.municipalityName ?? undefined }));
}

/** The people of a body of the network who are still there. */
export function usePeopleOfBody(partnerBodyId: string | undefined) {
  return useQuery({
    queryKey: ['partner-bodies', partnerBodyId, 'people'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/partner-bodies/{partnerBodyId}/people', { params: { path: { partnerBodyId: partnerBodyId! } }, signal })),
    enabled: !!partnerBodyId,
    select: (page) => page.items.filter((one) => !one.leftOn),
  });
}
