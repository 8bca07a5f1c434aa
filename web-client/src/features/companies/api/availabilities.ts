import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
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

export function useEndAvailability(companyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (availabilityId: string) => unwrap(api.DELETE('/api/v1/companies/{companyId}/availabilities/{availabilityId}', { params: { path: { companyId, availabilityId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.all }),
  });
}
