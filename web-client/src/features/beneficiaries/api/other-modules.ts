import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { Option } from '../../../components/form';

/** What this feature reads of the answers of companies, partner bodies and internships: the walls between modules hold here too. */
export interface CompanyMatch {
  id: string;
  name: string;
  sector: string;
  municipalityName: string | null;
  distanceKm: number | null;
  placesLeft: number;
  reasons: { code: string; text: string; points: number }[];
}

export interface ListedInternship {
  id: string;
  state: 'proposed' | 'active' | 'ended' | 'endedEarly' | 'cancelled';
  companyName: string;
  startsOn: string;
  endsOn: string;
  endedOn: string | null;
}

type Call = <T>(path: string, init: { params?: { query: Record<string, unknown> }; body?: unknown; signal: AbortSignal }) => Promise<{ data?: T; error?: unknown; response: Response }>;
const get = api.GET as unknown as Call;
const post = api.POST as unknown as Call;

/** Companies for a wish and a place; nothing of the person is sent. */
export function useCompanyMatches(wish: { sectors: string[]; municipality: string | null; onlyAvailableNow: boolean; maxKm: number }) {
  return useQuery({
    queryKey: ['company-matches', wish],
    queryFn: ({ signal }) => unwrap(post<{ items: CompanyMatch[] }>('/api/v1/company-matches', { body: { ...wish, limit: 8 }, signal })),
    enabled: !!wish.municipality,
    staleTime: 60_000,
  });
}

export function useInternshipsOf(caseId: string) {
  return useQuery({
    queryKey: ['internships', 'of-case', caseId],
    queryFn: ({ signal }) => unwrap(get<{ items: ListedInternship[] }>('/api/v1/internships', { params: { query: { caseId, limit: 10 } }, signal })),
  });
}

export async function findPartnerBodies(q: string, signal: AbortSignal): Promise<Option[]> {
  const page = await unwrap(get<{ items: { id: string; name: string; municipalityName: string | null }[] }>('/api/v1/partner-bodies', { params: { query: { q: q || undefined, limit: 10 } }, signal }));
  return page.items.map((body) => ({ id: body.id, label: body.name, detail: body.municipalityName ?? undefined }));
}
