import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { waitForSignIn } from './expired-session';
import { isApiError } from './problem';
import type { RequestBody, ResponseBody } from './types';

export type Me = ResponseBody<'getMe'>;
export type Credentials = RequestBody<'signIn'>;
export type PasswordChange = RequestBody<'changePassword'>;

export const meKey = ['auth', 'me'] as const;

/** Who is signed in; `null` when nobody is. */
export function useMe() {
  const queries = useQueryClient();
  return useQuery({
    queryKey: meKey,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        return await unwrap(api.GET('/api/v1/auth/me', { signal }));
      } catch (error) {
        if (!isApiError(error, 401)) throw error;
        // Somebody was here: the page, and what is typed on it, stays while the password is asked again.
        const wasSignedIn = queries.getQueryData<Me | null>(meKey);
        return wasSignedIn && (await waitForSignIn()) ? (queries.getQueryData<Me | null>(meKey) ?? null) : null;
      }
    },
  });
}

/** Whether the signed-in person has a right, as in useRight('companies:write'). */
export function useRight(right: string): boolean {
  return useMe().data?.rights.includes(right) ?? false;
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => unwrap(api.POST('/api/v1/auth/sign-in', { body: credentials })),
    onSuccess: (me) => queries.setQueryData(meKey, me),
  });
}

/** Makes the first administrator, who is signed in at once. */
export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: RequestBody<'setUpPlatform'>) => unwrap(api.POST('/api/v1/auth/set-up', { body: form })),
    onSuccess: (me) => queries.setQueryData(meKey, me),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (where: 'here' | 'everywhere') => {
      if (where === 'everywhere') await unwrap(api.POST('/api/v1/auth/sign-out-everywhere', {}));
      else await unwrap(api.POST('/api/v1/auth/sign-out', {}));
    },
    // What one person has read must not stay for the next one at the same desk.
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(meKey, null);
    },
  });
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: PasswordChange) => unwrap(api.POST('/api/v1/auth/password', { body: change })),
    onSuccess: () => queries.invalidateQueries({ queryKey: meKey }),
  });
}
