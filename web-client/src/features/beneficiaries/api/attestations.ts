import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { peopleKeys } from './keys';

export type Attestation = ResponseBody<'listAttestations'>[number];

export function useAttestations(id: string, enabled: boolean) {
  return useQuery({
    queryKey: peopleKeys.attestations(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/attestations', { params: { path: { id } }, signal })),
    enabled,
    staleTime: 60_000,
  });
}

export const addAttestation = (id: string, body: RequestBody<'addAttestation'>) => unwrap(api.POST('/api/v1/beneficiaries/{id}/attestations', { params: { path: { id } }, body }));

export const endAttestation = (id: string, attestationId: string, on: string) =>
  unwrap(api.POST('/api/v1/beneficiaries/{id}/attestations/{attestationId}/end', { params: { path: { id, attestationId } }, body: { on } }));
