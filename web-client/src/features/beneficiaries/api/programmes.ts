import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { peopleKeys } from './keys';

export const useGrantsOf = (personId: string) =>
  useQuery({
    queryKey: peopleKeys.grants(personId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/grants', { params: { path: { id: personId } }, signal })),
  });
