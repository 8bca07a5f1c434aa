import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** The text is sent in a body: names may not be in addresses. Nothing of it is kept after the box is closed. */
export function useSearch(text: string) {
  return useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/search', { body: { text }, signal })),
    enabled: text.trim().length >= 2,
    placeholderData: (previous) => previous,
    gcTime: 0,
  });
}
