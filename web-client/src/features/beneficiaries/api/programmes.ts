import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { peopleKeys } from './keys';

export const useParticipationsOf = (personId: string) =>
  useQuery({
    queryKey: peopleKeys.participations(personId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/participations', { params: { path: { id: personId } }, signal })),
  });

export const useGrantsOf = (personId: string) =>
  useQuery({
    queryKey: peopleKeys.grants(personId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/grants', { params: { path: { id: personId } }, signal })),
  });
