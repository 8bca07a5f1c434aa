import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { QueryOf } from '../../../api/types';
import { callKeys } from './keys';

export function useCalledCompany(companyId: string) {
  return useQuery({ queryKey: callKeys.company(companyId), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{companyId}', { params: { path: { companyId } }, signal })) });
}

export function useOffers(companyId: string) {
  return useQuery({
    queryKey: callKeys.availabilities(companyId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/availabilities', { params: { path: { companyId } }, signal })),
  });
}

export function useLastContacts(companyId: string) {
  return useQuery({
    queryKey: callKeys.lastContacts(companyId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/contacts', { params: { path: { companyId }, query: { limit: 5 } }, signal })),
  });
}

export function useHosting(companyId: string) {
  return useQuery({
    queryKey: callKeys.hosting(companyId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/hosting', { params: { path: { companyId } }, signal })),
  });
}

/** The company says that what it offered still holds, as it was written. */
export const verifyToday = (companyId: string, availabilityId: string) =>
  unwrap(api.POST('/api/v1/companies/{companyId}/availabilities/{availabilityId}/verification', { params: { path: { companyId, availabilityId } }, body: {} }));

/** How many companies a filter of the company list finds. */
export function useCompanyCount(query: QueryOf<'listCompanies'>) {
  return useQuery({
    queryKey: callKeys.count(query),
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/companies', { params: { query: { ...query, limit: 1, total: true } }, signal }))).total ?? 0,
  });
}
