import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody } from '../../../api/types';

export type GroupActivity = ListItem<'listGroupActivities'>;

export const groupActivityKinds = ['groupMeeting', 'workshop', 'orientation', 'outing', 'other'] as const;

export const listGroupActivities = (query: QueryOf<'listGroupActivities'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/group-activities', { params: { query }, signal }));

export const recordGroupActivity = (body: RequestBody<'recordGroupActivity'>) => unwrap(api.POST('/api/v1/group-activities', { body }));

/** The people one follows today. */
export function useMyOpenCases() {
  return useQuery({
    queryKey: ['beneficiaries', 'my-open-cases'],
    queryFn: async ({ signal }) => {
      const { items } = await unwrap(api.GET('/api/v1/cases', { params: { query: { mine: true, state: 'open', limit: 200 } }, signal }));
      return [...items].sort((a, b) => a.displayName.localeCompare(b.displayName));
    },
  });
}
