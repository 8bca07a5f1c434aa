import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { programmeKeys } from './keys';

export type Grants = ResponseBody<'listGrants'>;
export type Grant = Grants['items'][number];

export const grantKinds = ['dowry', 'allowance', 'contribution'] as const satisfies readonly Grant['kind'][];

export const useGrants = (programmeId: string) =>
  useQuery({
    queryKey: programmeKeys.grants(programmeId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/grants', { params: { path: { programmeId } }, signal })),
  });

export const useFundableActions = (programmeId: string, candidateId: string, enabled: boolean) =>
  useQuery({
    queryKey: programmeKeys.fundable(programmeId, candidateId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/candidates/{id}/fundable-actions', { params: { path: { programmeId, id: candidateId } }, signal })),
    enabled,
  });

export const assignGrant = (programmeId: string, body: RequestBody<'assignGrant'>) => unwrap(api.POST('/api/v1/programmes/{programmeId}/grants', { params: { path: { programmeId } }, body }));

export const revokeGrant = (programmeId: string, id: string, version: number | string, body: RequestBody<'revokeGrant'>) =>
  unwrap(api.POST('/api/v1/programmes/{programmeId}/grants/{id}/revocation', { params: { path: { programmeId, id }, header: ifMatch(version) }, body }));
