import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { referralKeys } from './keys';

export type Referral = ResponseBody<'getCompanyReferral'>;
export type ReferralItem = ListItem<'listCompanyReferrals'>;
export type Opening = ListItem<'listPlacementOpenings'>;
export type Lane = NonNullable<QueryOf<'listCompanyReferrals'>['lane']>;

const path = (id: string) => ({ params: { path: { id } } });

export const listReferrals = (query: QueryOf<'listCompanyReferrals'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/company-referrals', { params: { query }, signal }));

export const useReferral = (id: string) => useQuery({ queryKey: referralKeys.one(id), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/company-referrals/{id}', { ...path(id), signal })) });

export const proposeCompany = (body: RequestBody<'proposeCompany'>) => unwrap(api.POST('/api/v1/company-referrals', { body }));

export const acceptReferral = (id: string, caseId: string | null) => unwrap(api.POST('/api/v1/company-referrals/{id}/acceptance', { ...path(id), body: { caseId } }));

export const declineReferral = (id: string, body: RequestBody<'declineCompanyReferral'>) => unwrap(api.POST('/api/v1/company-referrals/{id}/decline', { ...path(id), body }));

export const withdrawReferral = (id: string) => unwrap(api.POST('/api/v1/company-referrals/{id}/withdrawal', path(id)));

export const useEducators = (enabled: boolean) =>
  useQuery({ queryKey: referralKeys.educators, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/company-referrals/possible-educators', { signal })), staleTime: 300_000, enabled });

/** Free places that can be proposed today; for a need the best come first. */
export const useOpenings = (query: QueryOf<'listPlacementOpenings'>) =>
  useQuery({ queryKey: referralKeys.openings(query), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/placement-openings', { params: { query }, signal })), placeholderData: (before) => before });

/** After a step: board, record, company and home page are read again. */
export function useRefresh() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: referralKeys.all });
    void queries.invalidateQueries({ queryKey: ['companies'] });
    void queries.invalidateQueries({ queryKey: todayKey });
  };
}
