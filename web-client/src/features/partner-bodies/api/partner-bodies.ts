import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';

export type PartnerBody = ResponseBody<'getPartnerBody'>;
export type PartnerBodyItem = ListItem<'listPartnerBodies'>;
export type PartnerBodyData = RequestBody<'createPartnerBody'>;

export const partnerBodyKeys = {
  all: ['partner-bodies'] as const,
  list: (query: object) => ['partner-bodies', 'list', query] as const,
  one: (id: string) => ['partner-bodies', 'one', id] as const,
};

export const listPartnerBodies = (query: QueryOf<'listPartnerBodies'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/partner-bodies', { params: { query }, signal }));

export const readPartnerBody = (partnerBodyId: string) => unwrap(api.GET('/api/v1/partner-bodies/{partnerBodyId}', { params: { path: { partnerBodyId } } }));

export function usePartnerBody(id: string) {
  return useQuery({ queryKey: partnerBodyKeys.one(id), queryFn: () => readPartnerBody(id) });
}

export const createPartnerBody = (body: PartnerBodyData) => unwrap(api.POST('/api/v1/partner-bodies', { body }));

export const updatePartnerBody = (partnerBodyId: string, body: PartnerBodyData, version: number | string) =>
  unwrap(api.PUT('/api/v1/partner-bodies/{partnerBodyId}', { params: { path: { partnerBodyId }, header: ifMatch(version) }, body }));
