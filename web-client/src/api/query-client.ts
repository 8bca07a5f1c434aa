import { QueryClient } from '@tanstack/react-query';
import { isApiError } from './problem';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 15 * 60_000,
        // A refusal does not change by asking again; an outage may.
        retry: (failures, error) => isApiError(error) && error.isTransient && failures < 2,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { retry: false },
    },
  });
}
