import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { networkKeys } from './network';

export type Protocol = ResponseBody<'getProtocol'>;
export type ProtocolItem = ListItem<'listProtocols'>;
export type ProtocolData = RequestBody<'createProtocol'>;

export const renewals = ['none', 'tacit', 'byAgreement'] as const;
export const protocolStates = ['current', 'expiring', 'expired', 'future'] as const;

export function useProtocols(query: QueryOf<'listProtocols'>) {
  return useList<ProtocolItem>({
    queryKey: networkKeys.list('protocols', query),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/protocols', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const readProtocol = (protocolId: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/protocols/{protocolId}', { params: { path: { protocolId } }, signal }));

export function useProtocol(id: string) {
  return useQuery({ queryKey: networkKeys.one('protocol', id), queryFn: ({ signal }) => readProtocol(id, signal) });
}

export const createProtocol = (body: ProtocolData) => unwrap(api.POST('/api/v1/protocols', { body }));

export const updateProtocol = (protocolId: string, body: ProtocolData, version: number | string) =>
  unwrap(api.PUT('/api/v1/protocols/{protocolId}', { params: { path: { protocolId }, header: ifMatch(version) }, body }));

export const signProtocol = (protocolId: string, body: RequestBody<'signProtocol'>) => unwrap(api.POST('/api/v1/protocols/{protocolId}/signatories', { params: { path: { protocolId } }, body }));

export const removeSignature = (protocolId: string, bodyId: string) => unwrap(api.DELETE('/api/v1/protocols/{protocolId}/signatories/{bodyId}', { params: { path: { protocolId, bodyId } } }));

export const renewProtocol = (protocolId: string, validTo: string, version: number | string) =>
  unwrap(api.POST('/api/v1/protocols/{protocolId}/renewal', { params: { path: { protocolId }, header: ifMatch(version) }, body: { validTo } }));
