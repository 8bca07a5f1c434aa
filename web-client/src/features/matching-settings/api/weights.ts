import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';

export type MatchingSettings = ResponseBody<'getMatchingWeights'>;

export const weights = ['availability', 'sector', 'distance', 'skills', 'hours', 'times', 'context', 'results', 'quota'] as const;

export const settingsKey = ['matching-weights'] as const;

export const readSettings = (signal?: AbortSignal) => unwrap(api.GET('/api/v1/matching-weights', { signal }));

export const useSettings = () => useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => readSettings(signal) });

export const saveSettings = (version: number | string, body: RequestBody<'changeMatchingWeights'>) =>
  unwrap(api.PUT('/api/v1/matching-weights', { params: { header: ifMatch(version) }, body }));
