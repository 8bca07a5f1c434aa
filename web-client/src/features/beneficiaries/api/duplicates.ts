import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { peopleKeys } from './keys';

export type Pair = ListItem<'listDuplicatePeople'>;
export type Side = Pair['first'];
export type Comparison = ResponseBody<'comparePeople'>;
export type ComparedField = Comparison['fields'][number];
export type PersonMerge = ResponseBody<'listPersonMerges'>[number];

export const listDuplicates = (query: { cursor?: string; total?: boolean; limit?: number }, signal: AbortSignal) => unwrap(api.GET('/api/v1/duplicate-people', { params: { query }, signal }));

/** Who may be the same as this person; each reading is logged. */
export function useLikelySame(id: string, enabled: boolean) {
  return useQuery({
    queryKey: peopleKeys.likelySame(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/likely-same', { params: { path: { id } }, signal })),
    staleTime: 60_000,
    enabled,
  });
}

/** Who may have a restricted record besides. */
export function useHiddenTwins() {
  return useQuery({ queryKey: [...peopleKeys.duplicates, 'hidden'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/duplicate-people/hidden', { signal })) });
}

export const useAskAboutHiddenTwin = () => useMutation({ mutationFn: (id: string) => unwrap(api.POST('/api/v1/beneficiaries/{id}/twin-questions', { params: { path: { id } } })) });

export function useDismiss() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ dismissed, ...body }: RequestBody<'dismissDuplicatePeople'> & { dismissed: boolean }) =>
      dismissed ? unwrap(api.POST('/api/v1/duplicate-people/dismissal', { body })) : unwrap(api.POST('/api/v1/duplicate-people/reopening', { body })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      void queries.invalidateQueries({ queryKey: todayKey });
    },
  });
}

/** Read anew at each opening: what is chosen must be what is there. */
export function useComparison(id: string, otherId: string) {
  return useQuery({
    queryKey: peopleKeys.comparison(id, otherId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/comparison/{otherId}', { params: { path: { id, otherId } }, signal })),
    gcTime: 0,
    retry: false,
  });
}

export const mergePeople = (compared: Comparison, take: string[], endingCaseId: string | null, reason: string) =>
  unwrap(
    api.POST('/api/v1/beneficiaries/{id}/merges', {
      params: { path: { id: compared.survivor.id }, header: ifMatch(compared.survivor.version) },
      body: { absorbedId: compared.absorbed.id, absorbedVersion: compared.absorbed.version, take, endingCaseId, reason },
    }),
  );

/** What became part of the person. */
export function useMerges(id: string) {
  return useQuery({
    queryKey: peopleKeys.merges(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/merges', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });
}

export const undoMerge = (id: string, mergeId: string, reason: string) =>
  unwrap(api.POST('/api/v1/beneficiaries/{id}/merges/{mergeId}/undoing', { params: { path: { id, mergeId } }, body: { reason } }));
