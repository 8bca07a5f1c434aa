import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { useMe } from '../../../api/session';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { today } from '../../../lib/format';
import { peopleKeys } from './keys';

export type Case = ResponseBody<'getCase'>;
export type CaseMember = Case['members'][number];
export type OutsideMember = Case['outsideMembers'][number];

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

/** What would stay open if the case closed. */
export function useOpenEnds(id: string) {
  return useQuery({ queryKey: peopleKeys.openEnds(id), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/open-ends', { params: { path: { caseId: id } }, signal })), gcTime: 0 });
}

export const openCase = (body: RequestBody<'openCase'>) => unwrap(api.POST('/api/v1/cases', { body }));

export const closeCase = (id: string, body: RequestBody<'closeCase'>) => unwrap(api.POST('/api/v1/cases/{id}/closure', { params: { path: { id } }, body }));

export const changeRestriction = (id: string, restricted: boolean) => unwrap(api.PUT('/api/v1/cases/{id}/restriction', { params: { path: { id } }, body: { restricted } }));

export const addMember = (caseId: string, body: RequestBody<'addCaseMember'>) => unwrap(api.POST('/api/v1/cases/{caseId}/members', { params: { path: { caseId } }, body }));

export const changeMember = (caseId: string, memberId: string, body: RequestBody<'changeCaseMember'>) =>
  unwrap(api.PUT('/api/v1/cases/{caseId}/members/{memberId}', { params: { path: { caseId, memberId } }, body }));

export const addOutsideMember = (caseId: string, body: RequestBody<'addOutsideCaseMember'>) => unwrap(api.POST('/api/v1/cases/{caseId}/outside-members', { params: { path: { caseId } }, body }));

export const changeOutsideMember = (caseId: string, memberId: string, body: RequestBody<'changeOutsideCaseMember'>) =>
  unwrap(api.PUT('/api/v1/cases/{caseId}/outside-members/{memberId}', { params: { path: { caseId, memberId } }, body }));

export const giveMemberAccount = (caseId: string, memberId: string, userId: string) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/outside-members/{memberId}/account', { params: { path: { caseId, memberId } }, body: { userId } }));

/** Who is on the équipe on a day and may be named by it: colleagues by account, the others by their membership. */
export function teamOn(record: Case, day: string) {
  const there = (one: { fromOn: string; toOn: string | null }) => one.fromOn <= day && (!one.toOn || one.toOn >= day);
  return [
    ...new Map(record.members.filter(there).map((one) => [one.userId, { id: one.userId, name: one.name, role: one.role, body: null as string | null, outside: false }])).values(),
    ...record.outsideMembers.filter((one) => there(one) && !one.accountId).map((one) => ({ id: one.id, name: one.name, role: one.role, body: one.bodyName, outside: true })),
  ];
}

/** The colleagues to choose for the équipe. Who is not on it is not among them: nobody lets themself in. */
export function usePossibleMembers(record: Case) {
  const me = useMe().data?.id;
  const day = today();
  const onTeam = record.members.some((one) => one.userId === me && one.fromOn <= day && (!one.toOn || one.toOn >= day));
  const colleagues = useQuery({
    queryKey: ['cases', 'possible-members'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/possible-members', { signal })),
    staleTime: 300_000,
  });
  return (colleagues.data ?? []).filter((one) => onTeam || one.id !== me);
}
