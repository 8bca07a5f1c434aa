import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { ResponseBody } from './types';

export type Today = ResponseBody<'getToday'>;
export type TodayTask = Today['tasks'][number];
export type TodayCounter = Today['counters'][number];

export const todayKey = ['today'] as const;

/** What is due for the signed-in person: read by the home page and by the counters of the navigation. */
export function useToday(enabled = true) {
  return useQuery({
    queryKey: todayKey,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/today', { signal })),
    refetchInterval: 5 * 60_000,
    enabled,
  });
}
