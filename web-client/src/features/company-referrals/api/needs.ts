import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody } from '../../../api/types';
import { referralKeys } from './keys';

export type Need = ListItem<'listPlacementNeeds'>;
export type NewNeed = RequestBody<'openPlacementNeed'>;
export type CloseReason = NonNullable<RequestBody<'closePlacementNeed'>['reason']>;

export const listNeeds = (query: QueryOf<'listPlacementNeeds'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/placement-needs', { params: { query }, signal }));

export const useNeed = (id: string | null) =>
  useQuery({ queryKey: referralKeys.need(id ?? ''), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/placement-needs/{id}', { params: { path: { id: id! } }, signal })), enabled: !!id });

export const openNeed = (body: NewNeed) => unwrap(api.POST('/api/v1/placement-needs', { body }));

export const closeNeed = (id: string, reason: CloseReason) => unwrap(api.POST('/api/v1/placement-needs/{id}/closure', { params: { path: { id } }, body: { reason } }));
