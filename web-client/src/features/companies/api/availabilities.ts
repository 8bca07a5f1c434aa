import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import { companyKeys } from './keys';

export type Availability = ListItem<'listAvailabilities'>;
export type NewAvailability = RequestBody<'declareAvailability'>;

export function useAvailabilities(companyId: string) {
  return useQuery({
    queryKey: companyKeys.availabilities(companyId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/availabilities', { params: { path: { companyId } }, signal })),
  });
}

export const declareAvailability = (companyId: string, body: NewAvailability) =>
  unwrap(api.POST('/api/v1/companies/{companyId}/availabilities', { params: { path: { companyId } }, body }));

export const changeAvailability = (companyId: string, availabilityId: string, body: NewAvailability, version: number | string) =>
  unwrap(api.PUT('/api/v1/companies/{companyId}/availabilities/{availabilityId}', { params: { path: { companyId, availabilityId }, header: ifMatch(version) }, body }));

/** One as it is now, after somebody else changed it. */
export async function readAvailability(companyId: string, availabilityId: string): Promise<Availability> {
  const { items } = await unwrap(api.GET('/api/v1/companies/{companyId}/availabilities', { params: { path: { companyId } } }));
  const found = items.find((item) => item.id === availabilityId);
  if (!found) throw new Error('The availability is not there any more.');
  return found;
}

/** The company said today that it still holds. */
export function useVerifyAvailability(companyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (availabilityId: string) =>
      unwrap(api.POST('/api/v1/companies/{companyId}/availabilities/{availabilityId}/verification', { params: { path: { companyId, availabilityId } }, body: {} })),
    onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.all }),
  });
}

export function useEndAvailability(companyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (availabilityId: string) => unwrap(api.DELETE('/api/v1/companies/{companyId}/availabilities/{availabilityId}', { params: { path: { companyId, availabilityId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.all }),
  });
}
