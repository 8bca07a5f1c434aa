import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { useMe } from '../../../api/session';
import type { RequestBody, ResponseBody } from '../../../api/types';

export type Board = ResponseBody<'getCoordinationBoard'>;
export type TeamCalendar = ResponseBody<'getTeamCalendar'>;
export type CalendarItem = TeamCalendar['items'][number];

export const transferReasons = ['absence', 'workload', 'territory', 'competence', 'askedByPerson', 'conflict', 'other'] as const;

export function useBoard() {
  return useQuery({ queryKey: ['beneficiaries', 'board'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/coordination-board', { signal })) });
}

/** Without oneself: a case that one does not follow is handed to one by a colleague. */
export function usePossibleManagers() {
  const me = useMe().data?.id;
  const colleagues = useQuery({ queryKey: ['cases', 'possible-members'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/possible-members', { signal })), staleTime: 300_000 });
  return (colleagues.data ?? []).filter((one) => one.id !== me);
}

export const assignHiddenCase = (caseId: string, userId: string) => unwrap(api.POST('/api/v1/hidden-cases/{caseId}/assignment', { params: { path: { caseId } }, body: { userId } }));

export const assignCases = (body: RequestBody<'assignCases'>) => unwrap(api.POST('/api/v1/case-assignments', { body }));

export function useTeamCalendar(from: string, to: string, memberId: string | undefined) {
  return useQuery({
    queryKey: ['beneficiaries', 'team-calendar', from, to, memberId ?? ''],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/team-calendar', { params: { query: { from, to, memberId } }, signal })),
    placeholderData: (before) => before,
  });
}
