import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { referralKeys } from './keys';

export type ReadingItem = ListItem<'listCaseReadings'>;
export type Reading = ResponseBody<'getCaseReading'>;
export type AgendaItem = Reading['agenda'][number];
export type ReadingPlan = RequestBody<'planCaseReading'>;
export type Decision = RequestBody<'decideReferral'>;
export type TakingOn = NonNullable<Decision['takingOn']>;

export const decisions = ['takenOn', 'waitingList', 'declined', 'moreInformation'] as const;

export const listReadings = (query: QueryOf<'listCaseReadings'>, signal?: AbortSignal) => unwrap(api.GET('/api/v1/case-readings', { params: { query }, signal }));

/** Meetings whose minutes are open: those on whose agenda something can be put. */
export function useOpenReadings(enabled: boolean) {
  return useQuery({ queryKey: referralKeys.readings({ open: true }), queryFn: ({ signal }) => listReadings({ open: true, limit: 50 }, signal), enabled });
}

export const readReading = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/case-readings/{id}', { params: { path: { id } }, signal }));

export function useReading(id: string) {
  return useQuery({ queryKey: referralKeys.reading(id), queryFn: ({ signal }) => readReading(id, signal), staleTime: 60_000 });
}

export const planReading = (body: ReadingPlan) => unwrap(api.POST('/api/v1/case-readings', { body }));

export const changeReading = (id: string, version: number | string, body: ReadingPlan) =>
  unwrap(api.PUT('/api/v1/case-readings/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const putOnAgenda = (id: string, referralIds: string[]) => unwrap(api.POST('/api/v1/case-readings/{id}/agenda', { params: { path: { id } }, body: { referralIds } }));

export const takeOffAgenda = (id: string, referralId: string) => unwrap(api.DELETE('/api/v1/case-readings/{id}/agenda/{referralId}', { params: { path: { id, referralId } } }));

export const decide = (id: string, referralId: string, body: Decision) =>
  unwrap(api.POST('/api/v1/case-readings/{id}/agenda/{referralId}/decision', { params: { path: { id, referralId } }, body }));

export const takeBackDecision = (id: string, referralId: string, reason: string) =>
  unwrap(api.POST('/api/v1/case-readings/{id}/agenda/{referralId}/decision/withdrawal', { params: { path: { id, referralId } }, body: { reason } }));

export const closeReading = (id: string, version: number | string, body: RequestBody<'closeCaseReading'>) =>
  unwrap(api.POST('/api/v1/case-readings/{id}/minutes', { params: { path: { id }, header: ifMatch(version) }, body }));
