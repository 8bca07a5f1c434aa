import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { networkKeys } from './network';

export type Meeting = ResponseBody<'getMeeting'>;
export type MeetingItem = ListItem<'listMeetings'>;
export type MeetingData = RequestBody<'scheduleMeeting'>;
export type Decision = ListItem<'listDecisions'>;
export type DecisionData = RequestBody<'takeDecision'>;

export const attendanceStates = ['present', 'excused', 'absent'] as const;
export const decisionFilters = ['open', 'due', 'late', 'done'] as const;

const at = (workingTableId: string, meetingId: string) => ({ path: { workingTableId, meetingId } });

export function useMeetings(workingTableId: string) {
  return useInfiniteQuery({
    queryKey: networkKeys.list('meetings', { workingTableId }),
    queryFn: ({ pageParam, signal }) => unwrap(api.GET('/api/v1/working-tables/{workingTableId}/meetings', { params: { path: { workingTableId }, query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

export const readMeeting = (tableId: string, id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/working-tables/{workingTableId}/meetings/{meetingId}', { params: at(tableId, id), signal }));

export function useMeeting(tableId: string, id: string) {
  return useQuery({ queryKey: networkKeys.one('meeting', id), queryFn: ({ signal }) => readMeeting(tableId, id, signal) });
}

export const scheduleMeeting = (workingTableId: string, body: MeetingData) => unwrap(api.POST('/api/v1/working-tables/{workingTableId}/meetings', { params: { path: { workingTableId } }, body }));

export const updateMeeting = (tableId: string, id: string, body: MeetingData, version: number | string) =>
  unwrap(api.PUT('/api/v1/working-tables/{workingTableId}/meetings/{meetingId}', { params: { ...at(tableId, id), header: ifMatch(version) }, body }));

export const cancelMeeting = (tableId: string, id: string) => unwrap(api.POST('/api/v1/working-tables/{workingTableId}/meetings/{meetingId}/cancellation', { params: at(tableId, id) }));

export const writeMinutes = (tableId: string, id: string, body: RequestBody<'writeMinutes'>, version: number | string) =>
  unwrap(api.PUT('/api/v1/working-tables/{workingTableId}/meetings/{meetingId}/minutes', { params: { ...at(tableId, id), header: ifMatch(version) }, body }));

export const approveMinutes = (meeting: Meeting) =>
  unwrap(api.POST('/api/v1/working-tables/{workingTableId}/meetings/{meetingId}/approval', { params: { ...at(meeting.tableId, meeting.id), header: ifMatch(meeting.version) } }));

export const addNote = (tableId: string, id: string, note: string) => unwrap(api.POST('/api/v1/working-tables/{workingTableId}/meetings/{meetingId}/notes', { params: at(tableId, id), body: { note } }));

export const takeDecision = (tableId: string, id: string, body: DecisionData) =>
  unwrap(api.POST('/api/v1/working-tables/{workingTableId}/meetings/{meetingId}/decisions', { params: at(tableId, id), body }));

export const changeDecision = (decisionId: string, body: DecisionData, version: number | string) =>
  unwrap(api.PUT('/api/v1/working-tables/decisions/{decisionId}', { params: { path: { decisionId }, header: ifMatch(version) }, body }));

export const removeDecision = (decisionId: string, reason: string, version: number | string) =>
  unwrap(api.POST('/api/v1/working-tables/decisions/{decisionId}/removal', { params: { path: { decisionId }, header: ifMatch(version) }, body: { reason } }));

export const completeDecision = ({ id, done }: { id: string; done: boolean }) => {
  const params = { path: { decisionId: id } };
  return done ? unwrap(api.POST('/api/v1/working-tables/decisions/{decisionId}/completion', { params })) : unwrap(api.DELETE('/api/v1/working-tables/decisions/{decisionId}/completion', { params }));
};

export function useDecisions(query: QueryOf<'listDecisions'>) {
  return useList<Decision>({
    queryKey: networkKeys.list('decisions', query),
    page: ({ signal, ...page }) => unwrap(api.GET('/api/v1/working-tables/decisions', { params: { query: { ...query, ...page } }, signal })),
  });
}
