import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { upload } from '../../../api/upload';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

type Version = number | string;
export type Plan = ResponseBody<'getPlan'>;
export type PlanLine = ListItem<'listPlans'>;
export type PlanNeed = Plan['content']['needs'][number];
export type PlanObjective = PlanNeed['objectives'][number];
export type PlanAction = PlanObjective['actions'][number];
export type PlanStep = Plan['steps'][number];
export type PlanChange = ResponseBody<'comparePlans'>['changes'][number];

export const needAreas = ['work', 'skills', 'training', 'autonomy', 'relations', 'family', 'housing', 'health', 'income', 'rights', 'other'] as const;
export const planActionKinds = ['internship', 'course', 'accompaniment', 'tutoring', 'coaching', 'peerSupport', 'groupMeeting', 'orientation', 'jobSearch', 'healthOrSocial', 'other'] as const;
/** How they stand is read from other parts of the platform, never written. */
export const knownByFacts = ['internship', 'course', 'accompaniment', 'groupMeeting'];
export const stepStates = ['notStarted', 'running', 'done', 'interrupted', 'dropped'] as const;

const plansKey = (caseId: string) => [...peopleKeys.case(caseId), 'plans'] as const;
const at = (caseId: string, id: string, version: Version) => ({ params: { path: { caseId, id }, header: ifMatch(version) } });

export function usePlans(caseId: string, limit = 10) {
  return useList<PlanLine>({
    queryKey: [...plansKey(caseId), 'list', limit],
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/plans', { params: { path: { caseId }, query: { cursor, limit } }, signal })),
  });
}

export const readPlan = (caseId: string, id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/cases/{caseId}/plans/{id}', { params: { path: { caseId, id } }, signal }));

export function usePlan(caseId: string, id: string) {
  return useQuery({ queryKey: [...plansKey(caseId), id], queryFn: ({ signal }) => readPlan(caseId, id, signal) });
}

export function useComparison(caseId: string, id: string, beforeId: string | undefined) {
  return useQuery({
    queryKey: [...plansKey(caseId), id, 'since', beforeId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/plans/{id}/comparison/{beforeId}', { params: { path: { caseId, id, beforeId: beforeId! } }, signal })),
    enabled: !!beforeId,
  });
}

export const startPlan = (caseId: string) => unwrap(api.POST('/api/v1/cases/{caseId}/plans', { params: { path: { caseId } } }));
export const savePlan = (caseId: string, id: string, version: Version, body: RequestBody<'savePlan'>) => unwrap(api.PUT('/api/v1/cases/{caseId}/plans/{id}', { ...at(caseId, id, version), body }));
export const discardPlan = (caseId: string, id: string, version: Version) => unwrap(api.DELETE('/api/v1/cases/{caseId}/plans/{id}', at(caseId, id, version)));
export const askSignatures = (caseId: string, id: string, version: Version, signerIds: string[]) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/plans/{id}/signatures', { ...at(caseId, id, version), body: { signerIds } }));
export const takeBackPlan = (caseId: string, id: string, version: Version) => unwrap(api.DELETE('/api/v1/cases/{caseId}/plans/{id}/signatures', at(caseId, id, version)));
export const signPlan = (caseId: string, id: string, version: Version) => unwrap(api.POST('/api/v1/cases/{caseId}/plans/{id}/signature', at(caseId, id, version)));
export const signForPerson = (caseId: string, id: string, version: Version, body: RequestBody<'signPlanAsPerson'>) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/plans/{id}/person-signature', { ...at(caseId, id, version), body }));
export const uploadSignedPlan = (caseId: string, id: string, version: Version, paper: { file: File; signedOn: string; signerId?: string }) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/plans/{id}/signed-copy', { ...at(caseId, id, version), ...upload({ ...paper }) }));
export const reviewPlan = (caseId: string, id: string, version: Version, body: RequestBody<'reviewPlan'>) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/plans/{id}/reviews', { ...at(caseId, id, version), body }));
export const closePlan = (caseId: string, id: string, version: Version, reason: string) => unwrap(api.POST('/api/v1/cases/{caseId}/plans/{id}/closure', { ...at(caseId, id, version), body: { reason } }));
export function usePlanFacts(caseId: string, id: string, enabled: boolean) {
  return useQuery({
    queryKey: [...plansKey(caseId), id, 'facts'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/plans/{id}/facts', { params: { path: { caseId, id } }, signal })),
    enabled,
  });
}
export const recordStep = (caseId: string, id: string, actionId: string, version: Version, body: RequestBody<'recordPlanStep'>) =>
  unwrap(api.PUT('/api/v1/cases/{caseId}/plans/{id}/actions/{actionId}', { params: { path: { caseId, id, actionId }, header: ifMatch(version) }, body }));

export const planAddress = (personId: string, caseId: string, id: string) => `/beneficiaries/${personId}/cases/${caseId}/plans/${id}`;
export const planDocumentAddress = (caseId: string, id: string) => `/api/v1/cases/${caseId}/plans/${id}/document`;
export const signedPlanAddress = (caseId: string, id: string, signerId?: string | null) => `/api/v1/cases/${caseId}/plans/${id}/signed-copy${signerId ? `?signerId=${signerId}` : ''}`;
