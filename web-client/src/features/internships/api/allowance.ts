import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { answersOf, type Answers } from '../../../lib/answers';

export type Allowance = ResponseBody<'getInternshipAllowance'>;
export type Assignment = RequestBody<'assignAllowance'>;

const keyOf = (id: string) => ['internships', id, 'allowance'] as const;

export const readAllowance = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/internships/{id}/allowance', { params: { path: { id } }, signal }));

export const useAllowance = (id: string) => useQuery({ queryKey: keyOf(id), queryFn: ({ signal }) => readAllowance(id, signal) });

export const assignAllowance = (id: string, version: number | string, body: Assignment) =>
  unwrap(api.PUT('/api/v1/internships/{id}/allowance', { params: { path: { id }, header: ifMatch(version) }, body }));

/** Of which internship: only the schemes that may pay it are offered. */
export interface SchemesFor {
  region: string;
  kind: string;
  on: string;
}

/** The schemes that may pay an internship; none while too little is known of it. */
export const useSchemes = (of: SchemesFor | null) =>
  useQuery({
    queryKey: ['allowances', 'schemes', of],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/allowance-schemes', { params: { query: of ?? {} }, signal })),
    enabled: of !== null,
    staleTime: 300_000,
  });

/** The programmes that have money for allowances. */
export async function findPayingProgrammes(text: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.GET('/api/v1/programmes', { params: { query: { q: text || undefined, paying: true, limit: 20 } }, signal }));
  return answersOf(page, (one) => ({ id: one.id, label: one.name }));
}
