import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { peopleKeys } from './keys';

export type Case = ResponseBody<'getCase'>;
export type CaseMember = Case['members'][number];

export const caseReasons = ['workInclusion', 'jobLoss', 'firstJob', 'targetedPlacement', 'leavingPrison', 'leavingCare', 'incomeSupport', 'other'] as const;
export const caseOutcomes = ['employed', 'training', 'selfEmployment', 'returnedToServices', 'droppedOut', 'transferred'] as const;
export const memberRoles = ['caseManager', 'educator', 'socialWorker', 'psychologist', 'tutor', 'jobCoach', 'coordinator', 'other'] as const;

export function useCase(id: string | undefined) {
  return useQuery({
    queryKey: peopleKeys.case(id ?? ''),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{id}', { params: { path: { id: id! } }, signal })),
    enabled: !!id,
    staleTime: 60_000,
  });
}

export const openCase = (body: RequestBody<'openCase'>) => unwrap(api.POST('/api/v1/cases', { body }));

export const closeCase = (id: string, body: RequestBody<'closeCase'>) => unwrap(api.POST('/api/v1/cases/{id}/closure', { params: { path: { id } }, body }));

export const changeRestriction = (id: string, restricted: boolean) => unwrap(api.PUT('/api/v1/cases/{id}/restriction', { params: { path: { id } }, body: { restricted } }));

export const addMember = (caseId: string, body: RequestBody<'addCaseMember'>) => unwrap(api.POST('/api/v1/cases/{caseId}/members', { params: { path: { caseId } }, body }));

export const changeMember = (caseId: string, memberId: string, body: RequestBody<'changeCaseMember'>) =>
  unwrap(api.PUT('/api/v1/cases/{caseId}/members/{memberId}', { params: { path: { caseId, memberId } }, body }));

export function usePossibleMembers(enabled: boolean) {
  return useQuery({
    queryKey: ['cases', 'possible-members'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/possible-members', { signal })),
    enabled,
    staleTime: 300_000,
  });
}
