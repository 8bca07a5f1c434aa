import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem } from '../../../api/types';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

export type WatchedEmergency = ListItem<'listEmergencyAccesses'>;

export function useEmergencies(open: boolean) {
  return useList<WatchedEmergency>({
    queryKey: peopleKeys.emergencies(open),
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/emergency-accesses', { params: { query: { open, cursor } }, signal })),
  });
}

export function useAcknowledge() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/emergency-accesses/{id}/acknowledgement', { params: { path: { id } } })),
    // Also after a refusal: somebody else may have been quicker.
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: [...peopleKeys.all, 'emergencies'] }), queries.invalidateQueries({ queryKey: todayKey })]),
  });
}
