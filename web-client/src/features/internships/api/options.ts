import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { answersOf, type Answers, type Option } from '../../../lib/answers';

export async function findCompanies(text: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.GET('/api/v1/companies', { params: { query: { q: text, limit: 12 } }, signal }));
  return answersOf(page, (company) => ({ id: company.id, label: company.name, detail: company.municipalityName ?? undefined }));
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
