import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { allowanceKeys } from './keys';

export type Overpayment = ListItem<'listOverpayments'>;
export type ListedClosing = ListItem<'listOverpaymentClosings'>;
type Version = number | string;

export const givenBackHows = ['bankTransfer', 'postalOrder', 'cash', 'other'] as const;
export const renouncementReasons = ['notWorthIt', 'hardship', 'unreachable', 'serviceMistake', 'other'] as const;

/** What is still to be closed, who waits longest first. */
export function useOverpayments(programmeId: string | undefined) {
  return useList<Overpayment>({
    queryKey: allowanceKeys.overpayments({ programmeId }),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/allowance-overpayments', { params: { query: { programmeId, ...at } }, signal })),
  });
}

/** What was given back or renounced. */
export function useClosings(programmeId: string | undefined) {
  return useList<ListedClosing>({
    queryKey: allowanceKeys.closings({ programmeId }),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/allowance-overpayments/closings', { params: { query: { programmeId, ...at } }, signal })),
  });
}

export const close = (version: Version, body: RequestBody<'closeOverpayment'>) => unwrap(api.POST('/api/v1/allowance-overpayments/closings', { params: { header: ifMatch(version) }, body }));

const at = (id: string, version: Version) => ({ params: { path: { id }, header: ifMatch(version) } });

export const confirm = (id: string, version: Version) => unwrap(api.POST('/api/v1/allowance-overpayments/closings/{id}/confirmation', at(id, version)));
export const withdraw = (id: string, version: Version) => unwrap(api.POST('/api/v1/allowance-overpayments/closings/{id}/withdrawal', at(id, version)));
