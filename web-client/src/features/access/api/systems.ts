import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import { accessKeys } from './keys';

export type ApiSystem = ListItem<'listApiClients'>;
export type NewSystem = RequestBody<'createApiClient'>;

export function useSystems() {
  return useQuery({ queryKey: accessKeys.systems, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/api-clients', { signal })) });
}

export function useScopes() {
  return useQuery({ queryKey: accessKeys.scopes, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/api-clients/scopes', { signal })) });
}

export function useCreateSystem() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: NewSystem) => unwrap(api.POST('/api/v1/api-clients', { body: form })),
    onSuccess: () => queries.invalidateQueries({ queryKey: accessKeys.systems }),
    gcTime: 0,
  });
}

export function useRevokeSystem() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/api-clients/{id}/revocation', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: accessKeys.systems }),
  });
}

export function useRenewSecret() {
  return useMutation({ mutationFn: (id: string) => unwrap(api.POST('/api/v1/api-clients/{id}/secret-renewal', { params: { path: { id } } })), gcTime: 0 });
}
