import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { peopleKeys } from './keys';

export type WorkProfile = ResponseBody<'getWorkProfile'>;
export type Criteria = WorkProfile['criteria'];
export type Candidate = ResponseBody<'rankCandidates'>['items'][number];
export type MatchReason = Candidate['reasons'][number];

export const means = ['onFoot', 'bicycle', 'publicTransport', 'moped', 'ownCar', 'needsLift'] as const;
export const workContexts = ['either', 'protected', 'productive'] as const;
export const efforts = ['low', 'medium', 'high'] as const;
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const readWorkProfile = (caseId: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/cases/{id}/work-profile', { params: { path: { id: caseId } }, signal }));

export function useWorkProfile(caseId: string) {
  return useQuery({ queryKey: peopleKeys.workProfile(caseId), queryFn: ({ signal }) => readWorkProfile(caseId, signal), staleTime: 60_000 });
}

export const saveWorkProfile = (caseId: string, version: number | string, body: RequestBody<'saveWorkProfile'>) =>
  unwrap(api.PUT('/api/v1/cases/{id}/work-profile', { params: { path: { id: caseId }, header: ifMatch(version) }, body }));

export function useSkills(enabled: boolean) {
  return useQuery({ queryKey: ['skills'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/skills', { signal })), enabled, staleTime: 300_000 });
}

/** One's own people for an opening; each answer is logged, so it is asked for once. */
export function useCandidates(availabilityId: string) {
  return useQuery({
    queryKey: peopleKeys.candidates(availabilityId),
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/availabilities/{availabilityId}/candidates', { params: { path: { availabilityId } }, body: { limit: 50 }, signal })),
    staleTime: 60_000,
  });
}
