import { useQuery, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { findMunicipalities, municipalityLabel } from '../../../api/municipalities';
import { answersOf, firstOf, type Answers } from '../../../lib/answers';

const countriesQuery = {
  queryKey: ['reference', 'countries'] as const,
  queryFn: () => unwrap(api.GET('/api/v1/reference/countries')),
  staleTime: Infinity,
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Where somebody can be born: municipalities of today and of once, and countries. */
export async function findBirthplaces(queries: QueryClient, text: string, signal: AbortSignal): Promise<Answers> {
  const [municipalities, countries] = await Promise.all([findMunicipalities(queries, text, true, signal), queries.ensureQueryData(countriesQuery)]);
  const wanted = plain(text);
  const abroad = firstOf(
    countries.filter((country) => country.code !== 'IT' && plain(country.name).includes(wanted)).map((country) => ({ id: country.belfiore ?? country.code, label: country.name })),
    5,
  );
  return { options: [...municipalities.first.map((one) => ({ id: one.belfiore, label: municipalityLabel(one) })), ...abroad.options], more: municipalities.more || abroad.more };
}

export async function findPartnerBodies(q: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.GET('/api/v1/partner-bodies', { params: { query: { q: q || undefined, limit: 10 } }, signal }));
  return answersOf(page, (body) => ({ id: body.id, label: body.name, detail: body.municipalityName ?? undefined }));
}

/** Colleagues who may be on an équipe and answer for a case. */
export function useColleagues() {
  return (
    useQuery({ queryKey: ['cases', 'possible-members'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/possible-members', { signal })), staleTime: 300_000 }).data ?? []
  );
}
