import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';

export type UnemploymentTerm = ResponseBody<'listUnemploymentTerms'>[number];

export const unemploymentSchemes = ['gol', 'fsePlus'] as const;
export const termsKey = ['unemployment-terms'] as const;

export function useUnemploymentTerms() {
  return useQuery({ queryKey: termsKey, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/unemployment-terms', { signal })) });
}

export const declareUnemploymentTerm = (body: RequestBody<'declareUnemploymentTerm'>) => unwrap(api.POST('/api/v1/unemployment-terms', { body }));
