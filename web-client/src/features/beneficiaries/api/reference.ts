import { useQuery, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { findMunicipalities, municipalityLabel } from '../../../api/municipalities';
import type { ResponseBody } from '../../../api/types';
import { firstOf, type Answers } from '../../../lib/answers';

export type Country = ResponseBody<'listCountries'>[number];

const countriesQuery = {
  queryKey: ['reference', 'countries'] as const,
  queryFn: () => unwrap(api.GET('/api/v1/reference/countries')),
  staleTime: Infinity,
};

export function useEducationLevels() {
  return useQuery({ queryKey: ['reference', 'education'], queryFn: () => unwrap(api.GET('/api/v1/reference/education-levels')), staleTime: Infinity }).data ?? [];
}

export function useGolPaths() {
  return useQuery({ queryKey: ['reference', 'gol-paths'], queryFn: () => unwrap(api.GET('/api/v1/reference/gol-paths')), staleTime: Infinity }).data ?? [];
}

export function useLanguages() {
  return useQuery({ queryKey: ['reference', 'languages'], queryFn: () => unwrap(api.GET('/api/v1/reference/languages')), staleTime: Infinity }).data ?? [];
}

export function useLicences() {
  return useQuery({ queryKey: ['reference', 'licences'], queryFn: () => unwrap(api.GET('/api/v1/reference/licences')), staleTime: Infinity }).data ?? [];
}

export function useDisadvantageCategories(enabled: boolean) {
  return useQuery({ queryKey: ['reference', 'disadvantage'], queryFn: () => unwrap(api.GET('/api/v1/reference/disadvantage-categories')), staleTime: Infinity, enabled }).data ?? [];
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Countries that begin as typed, then those that hold it. */
async function countriesLike(queries: QueryClient, text: string): Promise<Country[]> {
  const all = await queries.ensureQueryData(countriesQuery);
  const wanted = plain(text);
  return [...all.filter((country) => plain(country.name).startsWith(wanted)), ...all.filter((country) => plain(country.name).indexOf(wanted) > 0)];
}

export async function findCitizenships(queries: QueryClient, text: string): Promise<Answers> {
  return firstOf((await countriesLike(queries, text)).filter((country) => country.active).map((country) => ({ id: country.code, label: country.name })), 10);
}

/** Where somebody can be born: municipalities of today and of once, and countries. */
export async function findBirthplaces(queries: QueryClient, text: string, signal: AbortSignal): Promise<Answers> {
  const [municipalities, countries] = await Promise.all([findMunicipalities(queries, text, true, signal), countriesLike(queries, text)]);
  const abroad = firstOf(countries.filter((country) => country.code !== 'IT').map((country) => ({ id: country.belfiore ?? country.code, label: country.name })), 5);
  return { options: [...municipalities.first.map((one) => ({ id: one.belfiore, label: municipalityLabel(one) })), ...abroad.options], more: municipalities.more || abroad.more };
}
