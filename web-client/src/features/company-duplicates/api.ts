import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { ListItem, RequestBody, ResponseBody } from '../../api/types';

export type Pair = ListItem<'listCompanyDuplicates'>;
export type Company = ResponseBody<'getCompany'>;

export const keys = { list: ['companies', 'duplicates'] as const };

export const listDuplicates = (query: { cursor?: string; total?: boolean }, signal: AbortSignal) => unwrap(api.GET('/api/v1/companies/duplicates', { params: { query }, signal }));

export function useCompany(companyId: string) {
  return useQuery({ queryKey: ['companies', 'one', companyId], queryFn: () => unwrap(api.GET('/api/v1/companies/{companyId}', { params: { path: { companyId } } })) });
}

export function useDismiss() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ dismissed, ...body }: RequestBody<'dismissCompanyDuplicate'> & { dismissed: boolean }) =>
      dismissed ? unwrap(api.POST('/api/v1/companies/duplicates/dismissal', { body })) : unwrap(api.POST('/api/v1/companies/duplicates/reopening', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.list }),
  });
}

export const mergeCompanies = (survivor: Company, merged: Company, take: string[]) =>
  unwrap(
    api.POST('/api/v1/companies/{companyId}/merge', {
      params: { path: { companyId: survivor.id }, header: ifMatch(survivor.version) },
      body: { mergedId: merged.id, mergedVersion: merged.version, take },
    }),
  );
