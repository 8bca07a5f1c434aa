import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { peopleKeys } from './keys';

export type CaseOutcomes = ResponseBody<'getCaseOutcomes'>;
export type Closure = CaseOutcomes['closures'][number];
export type FollowUp = Closure['followUps'][number];
export type ListedFollowUp = ListItem<'listFollowUps'>;

export const contracts = ['openEnded', 'fixedTerm', 'apprenticeship', 'agency', 'onCall', 'collaboration', 'domestic', 'seasonal', 'other'] as const;
export const trainingPaths = ['vocationalCourse', 'school', 'university', 'civilService', 'other'] as const;
export const dropOutReasons = ['noContact', 'ownChoice', 'movedAway', 'health', 'family', 'detention', 'death', 'other'] as const;
export const reopeningReasons = ['jobEnded', 'trainingEnded', 'cameBack', 'referredAgain', 'closedByMistake', 'other'] as const;
export const transferReasons = ['absence', 'workload', 'territory', 'competence', 'askedByPerson', 'conflict', 'other'] as const;
export const followUpOutcomes = ['reached', 'noAnswer', 'unreachable', 'declined'] as const;
export const situations = ['employed', 'selfEmployed', 'training', 'jobSearching', 'inactive', 'inCare'] as const;
export const followUpFilters = ['due', 'planned', 'recorded'] as const;

export function useOutcomes(caseId: string) {
  return useQuery({
    queryKey: peopleKeys.outcomes(caseId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/outcomes', { params: { path: { caseId } }, signal })),
    staleTime: 60_000,
  });
}

export const changeOutcome = (caseId: string, version: number | string, body: RequestBody<'changeCaseOutcome'>) =>
  unwrap(api.PUT('/api/v1/cases/{caseId}/closure', { params: { path: { caseId }, header: ifMatch(version) }, body }));

export const reopenCase = (caseId: string, body: RequestBody<'reopenCase'>) => unwrap(api.POST('/api/v1/cases/{caseId}/reopening', { params: { path: { caseId } }, body }));

export const transferCase = (caseId: string, body: RequestBody<'transferCase'>) => unwrap(api.POST('/api/v1/cases/{caseId}/transfers', { params: { path: { caseId } }, body }));

export const recordFollowUp = (caseId: string, id: string, version: number | string, body: RequestBody<'recordFollowUp'>) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/follow-ups/{id}/outcome', { params: { path: { caseId, id }, header: ifMatch(version) }, body }));

export const listFollowUps = (query: QueryOf<'listFollowUps'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/follow-ups', { params: { query }, signal }));
