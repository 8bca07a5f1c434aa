import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, ResponseBody } from '../../../api/types';
import type { Option } from '../../../components/form';

export type CompanyMatch = ResponseBody<'matchCompanies'>['items'][number];
export type ListedInternship = ListItem<'listInternships'>;

/** Companies for a wish and a place; nothing of the person is sent. */
export function useCompanyMatches(wish: { sectors: string[]; municipality: string | null; onlyAvailableNow: boolean; maxKm: number }) {
  return useQuery({
    queryKey: ['company-matches', wish],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/company-matches', { body: { ...wish, municipality: wish.municipality!, limit: 8 }, signal })),
    enabled: !!wish.municipality,
    staleTime: 60_000,
  });
}

export function useInternshipsOf(caseId: string) {
  return useQuery({
    queryKey: ['internships', 'of-case', caseId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internships', { params: { query: { caseId, limit: 10 } }, signal })),
  });
}

export async function findPartnerBodies(q: string, signal: AbortSignal): Promise<Option[]> {
  const page = await unwrap(api.GET('/api/v1/partner-bodies', { params: { query: { q: q || undefined, limit: 10 } }, signal }));
  return page.items.map((body) => ({ id: body.id, label: body.name, detail: body.municipalityName ?? undefined }));
}
