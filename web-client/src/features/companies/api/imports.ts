import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { companyKeys } from './keys';

export type CompanyImport = ResponseBody<'getCompanyImport'>;
export type ImportRow = CompanyImport['rows']['items'][number];
export type ImportColumn = CompanyImport['columns'][number];
export type ImportField = CompanyImport['fields'][number];
export type RowState = ImportRow['state'];

/** One's own imports; `open` leaves out those that are confirmed. */
export function useImports(open?: boolean) {
  return useList({
    queryKey: [...companyKeys.imports, 'list', { open }],
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/company-imports', { params: { query: { open, ...at } }, signal })),
  });
}

export function useImport(importId: string) {
  return useQuery({
    queryKey: companyKeys.import(importId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/company-imports/{importId}', { params: { path: { importId }, query: { limit: 1 } }, signal })),
  });
}

export const readImportRows = (importId: string, state: RowState | undefined, cursor: string | undefined, signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/company-imports/{importId}', { params: { path: { importId }, query: { limit: 50, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } }, signal }));

export function uploadCompanies(file: File) {
  return unwrap(
    api.POST('/api/v1/company-imports', {
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        return form;
      },
    }),
  );
}

function useChange<Change, Result>(change: (change: Change) => Promise<Result>, importId: string) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.import(importId) }) });
}

export function useMapColumns(importId: string) {
  return useChange(
    ({ version, ...body }: { columns: Record<string, number | null>; blanks: string[]; source: string | null; version: number }) =>
      unwrap(api.PUT('/api/v1/company-imports/{importId}/mapping', { params: { path: { importId }, header: ifMatch(version) }, body })),
    importId,
  );
}

export function useCorrectRow(importId: string) {
  return useChange(
    ({ number, values }: { number: number; values: Record<string, string> }) =>
      unwrap(api.PUT('/api/v1/company-imports/{importId}/rows/{number}', { params: { path: { importId, number } }, body: { values } })),
    importId,
  );
}

export function useSkipRow(importId: string) {
  return useChange(
    ({ number, skipped }: { number: number; skipped: boolean }) =>
      unwrap(api.POST('/api/v1/company-imports/{importId}/rows/{number}/skipping', { params: { path: { importId, number } }, body: { skipped } })),
    importId,
  );
}

export function useConfirmImport(importId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/company-imports/{importId}/confirmation', { params: { path: { importId } } })),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: companyKeys.imports }), queries.invalidateQueries({ queryKey: companyKeys.all })]),
  });
}

export function useDiscardImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) => unwrap(api.DELETE('/api/v1/company-imports/{importId}', { params: { path: { importId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.imports }),
  });
}

export const wrongRowsAddress = (importId: string) => `/api/v1/company-imports/${importId}/wrong-rows`;
