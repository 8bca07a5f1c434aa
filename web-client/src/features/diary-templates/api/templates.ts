import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';

export type DiaryTemplate = ResponseBody<'listDiaryTemplates'>[number];

export const templatesKey = ['diary-templates'] as const;
export const diaryKinds = ['note', 'interview', 'call', 'visit', 'meeting'] as const;

const listTemplates = (signal?: AbortSignal) => unwrap(api.GET('/api/v1/diary-templates', { signal }));

export const useTemplates = () => useQuery({ queryKey: templatesKey, queryFn: ({ signal }) => listTemplates(signal) });

export const readTemplate = async (id: string) => (await listTemplates()).find((one) => one.id === id);

export const addTemplate = (body: RequestBody<'addDiaryTemplate'>) => unwrap(api.POST('/api/v1/diary-templates', { body }));

export const changeTemplate = (id: string, version: number | string, body: RequestBody<'changeDiaryTemplate'>) =>
  unwrap(api.PUT('/api/v1/diary-templates/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const deleteTemplate = (id: string, version: number | string) => unwrap(api.DELETE('/api/v1/diary-templates/{id}', { params: { path: { id }, header: ifMatch(version) } }));
