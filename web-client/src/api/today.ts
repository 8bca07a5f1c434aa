import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { RequestBody, ResponseBody } from './types';

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

/** Takes a task off one's own page until a day; null puts it back. */
export function usePutOff() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestBody<'putOffTask'>) => unwrap(api.PUT('/api/v1/today/put-off-tasks', { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: todayKey }),
  });
}

/** The tasks are only the most urgent ones, the counters are all of them. */
export function totalDue(today: Today): number {
  return Math.max(
    today.tasks.length,
    today.counters.reduce((sum, counter) => sum + counter.count, 0),
  );
}
