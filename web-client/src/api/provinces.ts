import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** The provinces of today, by name: they change once in years. */
export function useProvinces() {
  return useQuery({ queryKey: ['reference', 'provinces'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reference/provinces', { signal })), staleTime: Infinity });
}
