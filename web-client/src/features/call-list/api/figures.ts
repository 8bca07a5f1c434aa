import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ResponseBody } from '../../../api/types';
import { callKeys } from './keys';

export type Figures = ResponseBody<'getPortfolioFigures'>;

export function useFigures() {
  return useQuery({ queryKey: callKeys.figures, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/figures', { signal })) });
}
