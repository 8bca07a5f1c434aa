import { api, unwrap } from '../../../api/client';
import type { ListItem } from '../../../api/types';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

export type LoggedAccess = ListItem<'listBeneficiaryAccessLog'>;

export function useAccessLog(id: string, enabled: boolean) {
  return useList<LoggedAccess>({
    queryKey: peopleKeys.accessLog(id),
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/access-log', { params: { path: { id }, query: { cursor, limit: 10 } }, signal })),
    enabled,
  });
}
