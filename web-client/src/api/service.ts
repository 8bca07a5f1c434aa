import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** Who runs this platform: known to everybody, also before signing in. */
export function useService(enabled = true) {
  return useQuery({
    queryKey: ['public', 'service'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/public/service', { signal })),
    staleTime: Infinity,
    enabled,
  });
}
