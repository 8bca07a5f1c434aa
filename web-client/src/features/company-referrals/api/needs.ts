import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody } from '../../../api/types';
import { referralKeys } from './keys';

export type Need = ListItem<'listPlacementNeeds'>;
export type NewNeed = RequestBody<'openPlacementNeed'>;
export type CloseReason = NonNullable<RequestBody<'closePlacementNeed'>['reason']>;

export const listNeeds = (query: QueryOf<'listPlacementNeeds'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/placement-needs', { params: { query }, signal }));

export const readNeed = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/placement-needs/{id}', { params: { path: { id } }, signal }));

export const useNeed = (id: string | null) => useQuery({ queryKey: referralKeys.need(id ?? ''), queryFn: ({ signal }) => readNeed(id!, signal), enabled: !!id });

/** Publishes a need, or changes one. */
export const saveNeed = (id: string | undefined, body: NewNeed, version: number | string | undefined): Promise<{ id: string }> =>
  id ? unwrap(api.PUT('/api/v1/placement-needs/{id}', { params: { path: { id }, header: ifMatch(version!) }, body })) : unwrap(api.POST('/api/v1/placement-needs', { body }));

export const closeNeed = (id: string, reason: CloseReason) => unwrap(api.POST('/api/v1/placement-needs/{id}/closure', { params: { path: { id } }, body: { reason } }));
