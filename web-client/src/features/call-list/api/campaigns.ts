import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { uuid } from '../../../lib/uuid';
import { callKeys } from './keys';

export type Campaign = ResponseBody<'getCallCampaign'>;
export type CampaignItem = ListItem<'listCallCampaigns'>;
export type CampaignCompany = ListItem<'listCampaignCompanies'>;

export const listCampaigns = (query: QueryOf<'listCallCampaigns'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/call-campaigns', { params: { query }, signal }));

export const createCampaign = (body: RequestBody<'createCallCampaign'>) => unwrap(api.POST('/api/v1/call-campaigns', { body }));

/** Read again every few seconds: others are calling too. */
export function useCampaign(campaignId: string) {
  return useQuery({
    queryKey: callKeys.campaign(campaignId),
    refetchInterval: 15_000,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/call-campaigns/{campaignId}', { params: { path: { campaignId } }, signal })),
  });
}

export const readCampaign = (campaignId: string) => unwrap(api.GET('/api/v1/call-campaigns/{campaignId}', { params: { path: { campaignId } } }));

export const updateCampaign = (campaignId: string, body: RequestBody<'updateCallCampaign'>, version: number | string) =>
  unwrap(api.PUT('/api/v1/call-campaigns/{campaignId}', { params: { path: { campaignId }, header: ifMatch(version) }, body }));

export const listCampaignCompanies = (campaignId: string, query: QueryOf<'listCampaignCompanies'>, signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/call-campaigns/{campaignId}/companies', { params: { path: { campaignId }, query }, signal }));

/** Takes the turn of a company, or of the next free one; a conflict says who is faster. Each asking is a new one: the same answer twice would be a stale turn. */
export const takeTurn = (campaignId: string, companyId: string | null) =>
  unwrap(api.POST('/api/v1/call-campaigns/{campaignId}/turns', { params: { path: { campaignId } }, body: { companyId }, headers: { 'Idempotency-Key': uuid() } }));

export const releaseTurn = (campaignId: string, companyId: string) =>
  unwrap(api.DELETE('/api/v1/call-campaigns/{campaignId}/turns/{companyId}', { params: { path: { campaignId, companyId } } }));

export function useCloseCampaign(campaignId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/call-campaigns/{campaignId}/closing', { params: { path: { campaignId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: callKeys.campaigns }),
  });
}
