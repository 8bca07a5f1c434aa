import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** Objections and restrictions that hold today; the key begins as the person's, so that whatever changes the person refreshes it. */
export function usePersonMarks(personId: string, enabled = true) {
  return useQuery({
    queryKey: ['beneficiaries', 'person', personId, 'marks'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/marks', { params: { path: { id: personId } }, signal })),
    enabled,
    staleTime: 60_000,
  });
}
