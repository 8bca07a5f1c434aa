import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, RequestBody } from '../../../api/types';
import { trainingKeys } from './keys';

export type Session = ListItem<'listSessions'>;
export type SessionForm = RequestBody<'addSession'>;

export function useSessions(editionId: string) {
  return useQuery({
    queryKey: trainingKeys.sessions(editionId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/course-editions/{editionId}/sessions', { params: { path: { editionId } }, signal })),
  });
}

/** What changes a lesson changes the counts of its edition and the work that is due. */
function useRefresh(editionId: string) {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: trainingKeys.edition(editionId) }), queries.invalidateQueries({ queryKey: todayKey })]);
}

export function useAddSession(editionId: string) {
  const refresh = useRefresh(editionId);
  return useMutation({
    mutationFn: (form: SessionForm) => unwrap(api.POST('/api/v1/course-editions/{editionId}/sessions', { params: { path: { editionId } }, body: form })),
    onSuccess: refresh,
  });
}

export function useDropSession(editionId: string) {
  const refresh = useRefresh(editionId);
  return useMutation({
    mutationFn: async ({ id, how }: { id: string; how: 'remove' | 'cancel' }) => {
      const params = { path: { editionId, id } };
      if (how === 'remove') await unwrap(api.DELETE('/api/v1/course-editions/{editionId}/sessions/{id}', { params }));
      else await unwrap(api.POST('/api/v1/course-editions/{editionId}/sessions/{id}/cancellation', { params }));
    },
    onSuccess: refresh,
  });
}

export function useAttendance(editionId: string, sessionId: string) {
  return useQuery({
    queryKey: trainingKeys.attendance(editionId, sessionId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/course-editions/{editionId}/sessions/{sessionId}/attendance', { params: { path: { editionId, sessionId } }, signal })),
  });
}

export function useRecordAttendance(editionId: string, sessionId: string) {
  const refresh = useRefresh(editionId);
  return useMutation({
    mutationFn: (present: string[]) =>
      unwrap(api.PUT('/api/v1/course-editions/{editionId}/sessions/{sessionId}/attendance', { params: { path: { editionId, sessionId } }, body: { present } })),
    onSuccess: refresh,
  });
}
