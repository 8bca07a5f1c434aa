import { api, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

export type DiaryEntry = ListItem<'listDiaryEntries'>;

export const diaryKinds = ['note', 'interview', 'call', 'visit', 'meeting'] as const;

export function useDiary(caseId: string, enabled: boolean) {
  return useList<DiaryEntry>({
    queryKey: peopleKeys.diary(caseId),
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/diary-entries', { params: { path: { caseId }, query: { cursor, limit: 10 } }, signal })),
    enabled,
  });
}

export const addDiaryEntry = (caseId: string, body: RequestBody<'addDiaryEntry'>) => unwrap(api.POST('/api/v1/cases/{caseId}/diary-entries', { params: { path: { caseId } }, body }));
