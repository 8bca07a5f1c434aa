import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { companyKeys } from './keys';

export type Company = ResponseBody<'getCompany'>;
export type CompanyItem = ListItem<'listCompanies'>;
export type CompanyData = RequestBody<'createCompany'>;
export type LikelyDuplicate = ResponseBody<'findDuplicateCompanies'>['items'][number];

export const listCompanies = (query: QueryOf<'listCompanies'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/companies', { params: { query }, signal }));

export const readCompany = (companyId: string) => unwrap(api.GET('/api/v1/companies/{companyId}', { params: { path: { companyId } } }));

export function useCompany(companyId: string) {
  return useQuery({ queryKey: companyKeys.one(companyId), queryFn: () => readCompany(companyId) });
}

export type Standing = ResponseBody<'getCompanyStanding'>;
export type NextStep = Standing['steps'][number];

/** What there is to do with it, what it hosts, the room that its quota leaves, its referrals. */
export function useStanding(companyId: string) {
  return useQuery({
    queryKey: companyKeys.standing(companyId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/standing', { params: { path: { companyId } }, signal })),
  });
}

export const createCompany = (body: CompanyData) => unwrap(api.POST('/api/v1/companies', { body }));

export const updateCompany = (companyId: string, body: CompanyData, version: number | string) =>
  unwrap(api.PUT('/api/v1/companies/{companyId}', { params: { path: { companyId }, header: ifMatch(version) }, body }));

export const findDuplicates = (body: RequestBody<'findDuplicateCompanies'>) => unwrap(api.POST('/api/v1/companies/duplicate-check', { body }));

/** Archives or restores, with the reason. */
export function useArchiving(companyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ archive, reason }: { archive: boolean; reason: string }) => {
      const call = { params: { path: { companyId } }, body: { reason } };
      return archive ? unwrap(api.POST('/api/v1/companies/{companyId}/archiving', call)) : unwrap(api.POST('/api/v1/companies/{companyId}/restoration', call));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.all }),
  });
}
