import { api, unwrap } from '../../../api/client';
import type { RequestBody } from '../../../api/types';

export type CompanyExport = RequestBody<'exportCompanies'>;

/** The columns in the order of the file; `usual` ones are chosen at first. The server's list is the same. */
export const exportColumns = [
  { field: 'name', usual: true },
  { field: 'vatNumber', usual: true },
  { field: 'taxCode', usual: false },
  { field: 'kind', usual: false },
  { field: 'sector', usual: true },
  { field: 'atecoCode', usual: false },
  { field: 'address', usual: true },
  { field: 'cap', usual: false },
  { field: 'municipality', usual: true },
  { field: 'province', usual: true },
  { field: 'region', usual: false },
  { field: 'permanentStaff', usual: false },
  { field: 'phone', usual: true },
  { field: 'email', usual: true },
  { field: 'website', usual: false },
  { field: 'contactName', usual: true },
  { field: 'contactRole', usual: false },
  { field: 'contactPhone', usual: false },
  { field: 'contactEmail', usual: false },
  { field: 'availablePlaces', usual: true },
  { field: 'availableUntil', usual: false },
  { field: 'lastContactAt', usual: false },
  { field: 'nextContactOn', usual: true },
  { field: 'notes', usual: false },
  { field: 'archivedAt', usual: false },
  { field: 'createdAt', usual: false },
] as const;

/** Asks for the file and hands it to the browser, which saves it. */
export async function exportCompanies(body: CompanyExport, fileName: string) {
  const file = (await unwrap(api.POST('/api/v1/company-exports', { body, parseAs: 'blob' }))) as Blob;
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: `${fileName}.${body.format}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
