import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';

export type ChosenOutcome = ResponseBody<'assignCompanies'>;

export const assignCompanies = (body: RequestBody<'assignCompanies'>) => unwrap(api.POST('/api/v1/companies/assignments', { body }));

export const tagCompanies = (body: RequestBody<'tagCompanies'>) => unwrap(api.POST('/api/v1/companies/tags', { body }));

export const addToCampaign = (campaignId: string, ids: string[]) => unwrap(api.POST('/api/v1/call-campaigns/{campaignId}/companies', { params: { path: { campaignId } }, body: { ids } }));

/** The campaigns that still take companies in. */
export function useOpenCampaigns() {
  return useQuery({
    queryKey: ['companies', 'campaigns', 'open'],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/call-campaigns', { params: { query: { open: true, limit: 100 } }, signal }))).items,
  });
}

/** The tags in use, for choosing one. */
export function useTags(enabled = true) {
  return useQuery({ queryKey: ['company-tags'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/tags', { signal })), enabled, staleTime: 60_000 }).data?.items ?? [];
}
