import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type Monitoring = ResponseBody<'getMonitoring'>;
export type Visit = Monitoring['visits'][number];
export type VisitKind = Visit['kind'];
export type MonitoringAlert = Monitoring['alerts'][number];
export type DueVisit = ListItem<'listDueVisits'>;
export type VisitSheet = NonNullable<RequestBody<'recordVisit'>['sheet']>;
export type VisitQuery = { kind?: VisitKind; due?: 'late' | 'week'; from?: string; to?: string; alert?: boolean; mine?: boolean; cursor?: string; limit?: number; total?: boolean };

const readMonitoring = (id: string) => unwrap(api.GET('/api/v1/internships/{id}/monitoring', { params: { path: { id } } }));

export const useMonitoring = (id: string) => useQuery({ queryKey: internshipKeys.monitoring(id), queryFn: () => readMonitoring(id) });

export const listDueVisits = (query: VisitQuery, signal: AbortSignal) => unwrap(api.GET('/api/v1/internship-visits', { params: { query }, signal }));

export const recordVisit = (id: string, body: RequestBody<'recordVisit'>) => unwrap(api.POST('/api/v1/internships/{id}/visits', { params: { path: { id } }, body }));

export const changeVisit = (id: string, visitId: string, version: number | string, body: RequestBody<'changeVisit'>) =>
  unwrap(api.PUT('/api/v1/internships/{id}/visits/{visitId}', { params: { path: { id, visitId }, header: ifMatch(version) }, body }));

export const discardVisit = (id: string, visitId: string) => unwrap(api.DELETE('/api/v1/internships/{id}/visits/{visitId}', { params: { path: { id, visitId } } }));

export const logExchange = (id: string, body: RequestBody<'logTutorExchange'>) => unwrap(api.POST('/api/v1/internships/{id}/exchanges', { params: { path: { id } }, body }));
