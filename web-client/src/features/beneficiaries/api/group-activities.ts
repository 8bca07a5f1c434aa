import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

export type GroupActivity = ListItem<'listGroupActivities'>;
export type PlannedActivity = ListItem<'listPlannedActivities'>;

export const groupActivityKinds = ['groupMeeting', 'workshop', 'orientation', 'outing', 'other'] as const;

export const listGroupActivities = (query: QueryOf<'listGroupActivities'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/group-activities', { params: { query }, signal }));

export const recordGroupActivity = (body: RequestBody<'recordGroupActivity'>) => unwrap(api.POST('/api/v1/group-activities', { body }));

export const planGroupActivity = (body: RequestBody<'planGroupActivity'>) => unwrap(api.POST('/api/v1/group-activities/planned', { body }));

export const changePlannedActivity = (id: string, version: number | string, body: RequestBody<'changePlannedActivity'>) =>
  unwrap(api.PUT('/api/v1/group-activities/planned/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const cancelPlannedActivity = (id: string) => unwrap(api.POST('/api/v1/group-activities/planned/{id}/cancellation', { params: { path: { id } } }));

/** What one planned ahead, the next first. */
export function usePlannedActivities() {
  return useList<PlannedActivity>({
    queryKey: peopleKeys.plannedActivities,
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/group-activities/planned', { params: { query: { cursor, limit: 10 } }, signal })),
  });
}

export const readPlannedActivity = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/group-activities/planned/{id}', { params: { path: { id } }, signal }));

/** One of them, to be recorded or moved. */
export function usePlannedActivity(id: string | null) {
  return useQuery({ queryKey: [...peopleKeys.plannedActivities, id], queryFn: ({ signal }) => readPlannedActivity(id!, signal), enabled: !!id });
}

/** The people one follows today. */
export function useMyOpenCases(enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['beneficiaries', 'my-open-cases'],
    queryFn: async ({ signal }) => {
      const { items } = await unwrap(api.GET('/api/v1/cases', { params: { query: { mine: true, state: 'open', limit: 200 } }, signal }));
      return [...items].sort((a, b) => a.displayName.localeCompare(b.displayName));
    },
  });
}
