import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, QueryOf } from '../../../api/types';
import { useList } from '../../../components/useList';
import { accessKeys } from './keys';

export type LogLine = ListItem<'listAuditEntries'>;

export const accessKinds = ['read', 'change', 'export', 'refusal'] as const;

export function useAccessLog(query: QueryOf<'listAuditEntries'>) {
  return useList<LogLine>({
    queryKey: [...accessKeys.log, query],
    page: ({ signal, cursor }) => unwrap(api.GET('/api/v1/audit-entries', { params: { query: { ...query, cursor } }, signal })),
  });
}

/** Reads the whole log again: asked for, never by itself. */
export const useVerifyAccessLog = () => useMutation({ mutationFn: () => unwrap(api.GET('/api/v1/audit-entries/integrity')) });
