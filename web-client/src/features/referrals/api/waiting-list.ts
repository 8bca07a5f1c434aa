import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { referralKeys } from './keys';

export type WaitingList = ResponseBody<'getWaitingList'>;
export type WaitingRow = WaitingList['items'][number];
export type Criteria = ResponseBody<'listWaitingCriteria'>[number];

export const criteria = ['urgent', 'soon', 'minorChildren', 'singleParent', 'noIncome', 'longUnemployed', 'young', 'eachMonthWaiting'] as const;

export function useWaitingList() {
  return useQuery({ queryKey: referralKeys.waiting, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/waiting-list', { signal })) });
}

export function useCriteria() {
  return useQuery({ queryKey: referralKeys.criteria, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/waiting-list/criteria', { signal })) });
}

export const declareCriteria = (body: RequestBody<'declareWaitingCriteria'>) => unwrap(api.POST('/api/v1/waiting-list/criteria', { body }));

export const takeFromList = (referralId: string, body: RequestBody<'takeFromWaitingList'>) =>
  unwrap(api.POST('/api/v1/waiting-list/{referralId}/taking-on', { params: { path: { referralId } }, body }));
