import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import { meKey } from '../../../api/session';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { accessKeys } from './keys';

export type User = ResponseBody<'getUser'>;
export type UserRow = ListItem<'listUsers'>;
export type UserForm = RequestBody<'changeUser'>;
export type NewUser = RequestBody<'createUser'>;
export type Role = User['roles'][number];

export const roles: readonly Role[] = ['administrator', 'coordinator', 'educator', 'companyOperator', 'trainer', 'bulletinEditor', 'auditor'];

export function useUsers(query: QueryOf<'listUsers'>) {
  return useList<UserRow>({
    queryKey: [...accessKeys.users, query],
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/users', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const readUser = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal }));

export function useUser(id: string) {
  return useQuery({ queryKey: accessKeys.user(id), queryFn: ({ signal }) => readUser(id, signal) });
}

/** A change of one's own account changes who one is, too. */
function useRefresh() {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: accessKeys.all }), queries.invalidateQueries({ queryKey: meKey })]);
}

export function useCreateUser() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (form: NewUser) => unwrap(api.POST('/api/v1/users', { body: form })), onSuccess: refresh });
}

export function useChangeUser(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ version, form }: { version: number | string; form: UserForm }) => unwrap(api.PUT('/api/v1/users/{id}', { params: { path: { id }, header: ifMatch(version) }, body: form })),
    onSuccess: refresh,
  });
}

export function useToggleUser(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (how: 'disable' | 'enable') => {
      const params = { path: { id } };
      if (how === 'disable') await unwrap(api.POST('/api/v1/users/{id}/disabling', { params }));
      else await unwrap(api.POST('/api/v1/users/{id}/enabling', { params }));
    },
    onSuccess: refresh,
  });
}

export function useResetPassword(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/users/{id}/password-reset', { params: { path: { id } } })),
    onSuccess: refresh,
    // A secret is not kept longer than the page that shows it.
    gcTime: 0,
  });
}
