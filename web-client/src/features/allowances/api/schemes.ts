import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { allowanceKeys } from './keys';

export type Scheme = ResponseBody<'listAllowanceSchemes'>['items'][number];
export type SchemeData = RequestBody<'createAllowanceScheme'>;

export const internshipKinds = ['socialInclusion', 'extracurricular'] as const;
export const methods = ['flatWithThreshold', 'proRataWithFloor', 'presenceSteps', 'weeklyHourSteps', 'monthlyHourBands', 'durationSteps', 'setInProject', 'dowry'] as const;
export const methodsBySteps = ['presenceSteps', 'weeklyHourSteps', 'monthlyHourBands', 'durationSteps'] as const;
/** Those that look at a threshold of presence. */
export const methodsByPresence = ['flatWithThreshold', 'proRataWithFloor', 'weeklyHourSteps', 'durationSteps', 'setInProject', 'dowry'] as const;
/** Whether the threshold itself is enough. */
export const reaches = ['atLeast', 'above'] as const;
export const belows = ['nothing', 'proRata'] as const;
/** What a day of a partial month is worth. */
export const dayShares = ['calendarDays', 'thirtieths'] as const;

const readSchemes = (signal?: AbortSignal) => unwrap(api.GET('/api/v1/allowance-schemes', { signal }));

export const useSchemes = () => useQuery({ queryKey: allowanceKeys.schemes, queryFn: ({ signal }) => readSchemes(signal) });

export const readScheme = async (id: string) => (await readSchemes()).items.find((scheme) => scheme.id === id);

export const createScheme = (body: SchemeData) => unwrap(api.POST('/api/v1/allowance-schemes', { body }));

export const changeScheme = (id: string, version: number | string, body: SchemeData) =>
  unwrap(api.PUT('/api/v1/allowance-schemes/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: allowanceKeys.schemes });
}
