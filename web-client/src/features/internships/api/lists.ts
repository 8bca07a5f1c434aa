import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type Board = ResponseBody<'showInternshipBoard'>;
export type BulkResult = ResponseBody<'remindManySigners'>;

export type Block = Board['blocks'][number]['code'];

/** The board that is shown stays until the one of another filter has come. */
export const useBoard = (mine: boolean, block: Block | undefined) =>
  useQuery({
    queryKey: internshipKeys.board(mine, block),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internships/board', { params: { query: { mine, block } }, signal })),
    placeholderData: keepPreviousData,
  });

/** The month of the registers is always said: the mails go at once. */
export const remindMany = (ids: string[], what: 'signatures' | 'registers' | 'evaluations', month: string | null) =>
  unwrap(api.POST('/api/v1/internships/bulk-reminders', { body: { ids, what, month } }));

export const extendMany = (ids: string[], endsOn: string, reason: string) => unwrap(api.POST('/api/v1/internships/bulk-extensions', { body: { ids, endsOn, reason } }));

/** Asks for the file and hands it to the browser, which saves it. */
export async function exportInternships(ids: string[], fileName: string) {
  const file = (await unwrap(api.POST('/api/v1/internships/export', { body: { ids, format: 'xlsx' }, parseAs: 'blob' }))) as Blob;
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: `${fileName}.xlsx` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
