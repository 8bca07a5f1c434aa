import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { answersOf, type Answers } from '../../../lib/answers';
import { useList } from '../../../components/useList';
import { programmeKeys } from './keys';

export type Programme = ResponseBody<'getProgramme'>;
export type ProgrammeItem = ListItem<'listProgrammes'>;
export type ProgrammeData = RequestBody<'createProgramme'>;

export const programmeKinds = ['gol', 'fsePlus', 'foundation', 'municipal', 'other'] as const;
export const programmeStates = ['running', 'future', 'over'] as const;
export const budgetKinds = ['allowances', 'staff', 'training', 'support', 'other'] as const;

export function useProgrammes(query: QueryOf<'listProgrammes'>) {
  return useList<ProgrammeItem>({
    queryKey: programmeKeys.list(query),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/programmes', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const readProgramme = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/programmes/{id}', { params: { path: { id } }, signal }));

export const useProgramme = (id: string) => useQuery({ queryKey: programmeKeys.one(id), queryFn: ({ signal }) => readProgramme(id, signal) });

export const createProgramme = (body: ProgrammeData) => unwrap(api.POST('/api/v1/programmes', { body }));

export const changeProgramme = (id: string, version: number | string, body: ProgrammeData) =>
  unwrap(api.PUT('/api/v1/programmes/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

/** What of the money for allowances is paid, on a list, still to come. */
export const useAllowanceBudget = (programmeId: string, enabled: boolean) =>
  useQuery({
    queryKey: programmeKeys.budget(programmeId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/allowance-budgets/{programmeId}', { params: { path: { programmeId } }, signal })),
    enabled,
  });

/** The first bodies whose name has the text. */
export async function findBodies(text: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.GET('/api/v1/partner-bodies', { params: { query: { q: text || undefined, limit: 20 } }, signal }));
  return answersOf(page, (body) => ({ id: body.id, label: body.name, detail: body.municipalityName ?? undefined }));
}

export const useCategories = () =>
  useQuery({ queryKey: ['reference', 'disadvantage'], queryFn: () => unwrap(api.GET('/api/v1/reference/disadvantage-categories')), staleTime: Infinity }).data ?? [];

export function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: programmeKeys.all });
}
