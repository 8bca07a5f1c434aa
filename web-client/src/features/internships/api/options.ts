import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { Option } from '../../../components/form';
import { shortDate } from '../../../lib/format';

const plain = (text: string) => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();

/** The open cases that one may see, one's own first. */
export async function findCases(text: string, signal: AbortSignal): Promise<Option[]> {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const found = new Map<string, Option>();
  for (const mine of [true, false]) {
    const page = await unwrap(api.GET('/api/v1/cases', { params: { query: { mine, state: 'open', limit: 200 } }, signal }));
    for (const one of page.items) {
      if (words.every((word) => plain(one.displayName).includes(word))) found.set(one.id, { id: one.id, label: one.displayName, detail: shortDate(one.openedOn) });
    }
    if (found.size >= 8) break;
  }
  return [...found.values()].slice(0, 12);
}

export async function findCompanies(text: string, signal: AbortSignal): Promise<Option[]> {
  const page = await unwrap(api.GET('/api/v1/companies', { params: { query: { q: text, limit: 12 } }, signal }));
  return page.items.map((company) => ({ id: company.id, label: company.name, detail: company.municipalityName ?? undefined }));
}

/** What the address named: a page of a person or a company leads here. */
export const useNamedCase = (id: string | null) =>
  useQuery({
    queryKey: ['cases', 'label', id],
    queryFn: async ({ signal }): Promise<Option> => {
      const one = await unwrap(api.GET('/api/v1/cases/{id}', { params: { path: { id: id! } }, signal }));
      return { id: one.id, label: one.displayName };
    },
    enabled: !!id,
    retry: false,
  });

export const useNamedCompany = (id: string | null) =>
  useQuery({
    queryKey: ['companies', 'label', id],
    queryFn: async ({ signal }): Promise<Option> => {
      const one = await unwrap(api.GET('/api/v1/companies/{companyId}', { params: { path: { companyId: id! } }, signal }));
      return { id: one.id, label: one.name };
    },
    enabled: !!id,
    retry: false,
  });

/** The colleagues who may follow an internship. */
export const useTutors = () =>
  useQuery({ queryKey: ['cases', 'possible-members'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/possible-members', { signal })), staleTime: 300_000 });
