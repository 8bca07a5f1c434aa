import { useQuery, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { ResponseBody } from './types';

export type Municipality = ResponseBody<'getMunicipality'>;

/** Which of the two codes a field keeps: ISTAT for places of today, Belfiore for birthplaces (as in the codice fiscale). */
export type MunicipalityCode = 'istat' | 'belfiore';

const key = (code: string) => ['reference', 'municipality', code] as const;

/** A municipality by either of its codes. They change once a year at most. */
export function useMunicipality(code: string | null | undefined) {
  return useQuery({
    queryKey: key(code ?? ''),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reference/municipalities/{code}', { params: { path: { code: code! } }, signal })),
    enabled: !!code,
    staleTime: Infinity,
  });
}

/** As many as the list under a box shows. */
const mostShown = 12;

/** Those whose name begins as typed; suppressed ones only for birthplaces. */
export async function findMunicipalities(queries: QueryClient, q: string, suppressed: boolean, signal: AbortSignal): Promise<{ first: Municipality[]; more: boolean }> {
  // One more than is shown tells whether there are others.
  const found = await unwrap(api.GET('/api/v1/reference/municipalities', { params: { query: { q, suppressed, most: mostShown + 1 } }, signal }));
  for (const one of found) for (const code of [one.istat, one.belfiore]) if (code) queries.setQueryData(key(code), one);
  return { first: found.slice(0, mostShown), more: found.length > mostShown };
}

export function knownMunicipality(queries: QueryClient, code: string): Municipality | undefined {
  return queries.getQueryData<Municipality>(key(code));
}

/** Grottammare (AP) */
export const municipalityLabel = (one: Municipality) => `${one.name} (${one.province})`;
