import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

export type DiaryEntry = ListItem<'listDiaryEntries'>;
export type DiaryKind = NonNullable<DiaryEntry['kind']>;

/** Those that are chosen while writing; a group activity has its own page. */
export const diaryKinds = ['note', 'interview', 'call', 'visit', 'meeting'] as const;

export function useDiary(caseId: string, filters: { kind?: DiaryKind; authorId?: string }) {
  return useList<DiaryEntry>({
    queryKey: [...peopleKeys.diary(caseId), filters],
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/diary-entries', { params: { path: { caseId }, query: { ...filters, cursor, limit: 10 } }, signal })),
  });
}

export const addDiaryEntry = (caseId: string, body: RequestBody<'addDiaryEntry'>) => unwrap(api.POST('/api/v1/cases/{caseId}/diary-entries', { params: { path: { caseId } }, body }));

export const readDiaryEntry = (caseId: string, id: string) => unwrap(api.GET('/api/v1/cases/{caseId}/diary-entries/{id}', { params: { path: { caseId, id } } }));

export const changeDiaryEntry = (caseId: string, id: string, version: number | string, body: RequestBody<'changeDiaryEntry'>) =>
  unwrap(api.PUT('/api/v1/cases/{caseId}/diary-entries/{id}', { params: { path: { caseId, id }, header: ifMatch(version) }, body }));

export const signDiaryEntry = (caseId: string, id: string, version: number | string) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/diary-entries/{id}/signature', { params: { path: { caseId, id }, header: ifMatch(version) } }));

export const discardDiaryEntry = (caseId: string, id: string, version: number | string) =>
  unwrap(api.DELETE('/api/v1/cases/{caseId}/diary-entries/{id}', { params: { path: { caseId, id }, header: ifMatch(version) } }));

export const checkDiaryText = (text: string) => unwrap(api.POST('/api/v1/cases/diary-hints', { body: { text } }));

export function useDiaryTemplates() {
  return useQuery({ queryKey: ['diary-templates'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/diary-templates', { signal })), staleTime: 60_000 });
}
