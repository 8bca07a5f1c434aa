import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { networkKeys } from './network';

export type NetworkEvent = ResponseBody<'getNetworkEvent'>;
export type EventItem = ListItem<'listNetworkEvents'>;
export type EventData = RequestBody<'createNetworkEvent'>;
export type InvitationState = RequestBody<'markInvitation'>['state'];

export const invitationStates: readonly InvitationState[] = ['invited', 'confirmed', 'declined', 'present', 'absent'];

export function useEvents(query: QueryOf<'listNetworkEvents'>) {
  return useList<EventItem>({
    queryKey: networkKeys.list('events', query),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/network-events', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const readEvent = (networkEventId: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/network-events/{networkEventId}', { params: { path: { networkEventId } }, signal }));

export function useEvent(id: string) {
  return useQuery({ queryKey: networkKeys.one('event', id), queryFn: ({ signal }) => readEvent(id, signal) });
}

export const createEvent = (body: EventData) => unwrap(api.POST('/api/v1/network-events', { body }));

export const updateEvent = (networkEventId: string, body: EventData, version: number | string) =>
  unwrap(api.PUT('/api/v1/network-events/{networkEventId}', { params: { path: { networkEventId }, header: ifMatch(version) }, body }));

export const cancelEvent = (networkEventId: string) => unwrap(api.POST('/api/v1/network-events/{networkEventId}/cancellation', { params: { path: { networkEventId } } }));

export const inviteBody = (networkEventId: string, bodyId: string) => unwrap(api.POST('/api/v1/network-events/{networkEventId}/invitations', { params: { path: { networkEventId } }, body: { bodyId } }));

export const markInvitation = (networkEventId: string, bodyId: string, state: InvitationState) =>
  unwrap(api.PUT('/api/v1/network-events/{networkEventId}/invitations/{bodyId}', { params: { path: { networkEventId, bodyId } }, body: { state } }));

export const withdrawInvitation = (networkEventId: string, bodyId: string) =>
  unwrap(api.DELETE('/api/v1/network-events/{networkEventId}/invitations/{bodyId}', { params: { path: { networkEventId, bodyId } } }));
