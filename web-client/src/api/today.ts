import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { ResponseBody } from './types';

export type Today = ResponseBody<'getToday'>;
export type TodayTask = Today['tasks'][number];

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

/** The tasks are only the most urgent ones, the counters are all of them. */
export function totalDue(today: Today): number {
  return Math.max(
    today.tasks.length,
    today.counters.reduce((sum, counter) => sum + counter.count, 0),
  );
}
