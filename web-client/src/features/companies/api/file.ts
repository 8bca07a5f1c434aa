import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import type { Company } from './companies';
import { companyKeys } from './keys';

export type Site = Company['sites'][number];
export type Person = Company['people'][number];
export type TimelineEntry = ListItem<'getCompanyTimeline'>;

export const saveSite = (company: Company, siteId: string | undefined, body: RequestBody<'addCompanySite'>, version: number | string) =>
  siteId
    ? unwrap(api.PUT('/api/v1/companies/{companyId}/sites/{siteId}', { params: { path: { companyId: company.id, siteId }, header: ifMatch(version) }, body }))
    : unwrap(api.POST('/api/v1/companies/{companyId}/sites', { params: { path: { companyId: company.id } }, body }));

export const savePerson = (company: Company, personId: string | undefined, body: RequestBody<'addCompanyPerson'>, version: number | string) =>
  personId
    ? unwrap(api.PUT('/api/v1/companies/{companyId}/people/{personId}', { params: { path: { companyId: company.id, personId }, header: ifMatch(version) }, body }))
    : unwrap(api.POST('/api/v1/companies/{companyId}/people', { params: { path: { companyId: company.id } }, body }));

export const setTags = (company: Company, tags: string[], version: number | string) =>
  unwrap(api.PUT('/api/v1/companies/{companyId}/tags', { params: { path: { companyId: company.id }, header: ifMatch(version) }, body: { tags } }));

/** Takes a site or a person away. */
export function useRemovePart(company: Company, kind: 'site' | 'person') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => {
      const header = ifMatch(company.version);
      return kind === 'site'
        ? unwrap(api.DELETE('/api/v1/companies/{companyId}/sites/{siteId}', { params: { path: { companyId: company.id, siteId: id }, header } }))
        : unwrap(api.DELETE('/api/v1/companies/{companyId}/people/{personId}', { params: { path: { companyId: company.id, personId: id }, header } }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: companyKeys.all }),
  });
}

export function useTimeline(companyId: string) {
  return useInfiniteQuery({
    queryKey: companyKeys.timeline(companyId),
    queryFn: ({ pageParam, signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/timeline', { params: { path: { companyId }, query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

export function useMerges(companyId: string) {
  return useQuery({ queryKey: companyKeys.merges(companyId), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/merges', { params: { path: { companyId } }, signal })) });
}

export function useUndoMerge(companyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mergeId: string) => unwrap(api.POST('/api/v1/companies/{companyId}/merges/{mergeId}/undoing', { params: { path: { companyId, mergeId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.all }),
  });
}

/** The colleagues who may look after a company; only whoever may write asks. */
export function useKeepers(enabled = true) {
  const list = useQuery({ queryKey: ['company-colleagues'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/colleagues', { signal })), enabled, staleTime: 300_000 }).data?.items ?? [];
  return list.map((one) => ({ value: one.id, label: one.name }));
}

export function useAtecoSections() {
  const list = useQuery({ queryKey: ['reference', 'ateco'], queryFn: () => unwrap(api.GET('/api/v1/reference/ateco-sections')), staleTime: Infinity }).data ?? [];
  return { options: list.map((one) => ({ value: one.code, label: `${one.code} · ${one.name}` })), name: (code: string) => list.find((one) => one.code === code)?.name ?? '' };
}
