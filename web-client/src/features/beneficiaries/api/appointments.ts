import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

export type Appointment = ListItem<'listAppointments'>;
export type ListedAppointment = ListItem<'listMyAppointments'>;

export const appointmentKinds = ['interview', 'call', 'visit', 'meeting', 'accompaniment', 'other'] as const;
/** Made for a whole group at once, and then changed one by one. */
export const everyAppointmentKind = [...appointmentKinds, 'group'] as const;
export const appointmentReasons = ['illness', 'work', 'transport', 'family', 'forgotten', 'askedByPerson', 'askedByService', 'unknown', 'other'] as const;
export const appointmentFilters = ['planned', 'toRecord', 'recorded'] as const;

export function useAppointments(caseId: string, show: 'planned' | 'recorded') {
  return useList<Appointment>({
    queryKey: peopleKeys.appointments(caseId, show),
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/appointments', { params: { path: { caseId }, query: { show, cursor, limit: 10 } }, signal })),
  });
}

/** Whether the person would be told by mail, and if not why. */
export function useAppointmentMessage(caseId: string) {
  return useQuery({
    queryKey: [...peopleKeys.case(caseId), 'appointment-message'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/appointment-message', { params: { path: { caseId } }, signal })),
  });
}

export const listMyAppointments = (query: QueryOf<'listMyAppointments'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/appointments', { params: { query }, signal }));

export const planAppointment = (caseId: string, body: RequestBody<'planAppointment'>) => unwrap(api.POST('/api/v1/cases/{caseId}/appointments', { params: { path: { caseId } }, body }));

export const changeAppointment = (caseId: string, id: string, version: number | string, body: RequestBody<'changeAppointment'>) =>
  unwrap(api.PUT('/api/v1/cases/{caseId}/appointments/{id}', { params: { path: { caseId, id }, header: ifMatch(version) }, body }));

export const recordOutcome = (caseId: string, id: string, version: number | string, body: RequestBody<'recordAppointmentOutcome'>) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/appointments/{id}/outcome', { params: { path: { caseId, id }, header: ifMatch(version) }, body }));

export const takeBackOutcome = (caseId: string, id: string, version: number | string) =>
  unwrap(api.DELETE('/api/v1/cases/{caseId}/appointments/{id}/outcome', { params: { path: { caseId, id }, header: ifMatch(version) } }));
