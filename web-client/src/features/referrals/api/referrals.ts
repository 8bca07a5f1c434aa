import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { referralKeys } from './keys';

export type ReferralItem = ListItem<'listReferrals'>;
export type Referral = ResponseBody<'getReferral'>;
export type ReferralState = Referral['state'];
export type ReferralDetails = RequestBody<'receiveReferral'>;

export const urgencies = ['ordinary', 'soon', 'urgent'] as const;
export const consentKinds = ['signed', 'spoken', 'guardian'] as const;
export const reasons = ['workInclusion', 'jobLoss', 'firstJob', 'targetedPlacement', 'leavingPrison', 'leavingCare', 'incomeSupport', 'other'] as const;
export const declineReasons = ['outsideTarget', 'outsideArea', 'alreadyFollowed', 'otherServiceFits', 'personDeclines', 'noCapacity', 'other'] as const;

export const listReferrals = (query: QueryOf<'listReferrals'>, signal?: AbortSignal) => unwrap(api.GET('/api/v1/referrals', { params: { query }, signal }));

export function useCounts() {
  return useQuery({ queryKey: referralKeys.counts, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/referrals/counts', { signal })) });
}

export const readReferral = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/referrals/{id}', { params: { path: { id } }, signal }));

/** Each reading is logged, so the record is read again only when something changed. */
export function useReferral(id: string) {
  return useQuery({ queryKey: referralKeys.one(id), queryFn: ({ signal }) => readReferral(id, signal), staleTime: 60_000 });
}

export const receiveReferral = (body: ReferralDetails) => unwrap(api.POST('/api/v1/referrals', { body }));

export const changeReferral = (id: string, version: number | string, body: ReferralDetails) =>
  unwrap(api.PUT('/api/v1/referrals/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const withdrawReferral = (id: string, reason: string) => unwrap(api.POST('/api/v1/referrals/{id}/withdrawal', { params: { path: { id } }, body: { reason } }));
