import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { QueryOf, ResponseBody } from '../../../api/types';
import { companyKeys } from './keys';

export type Cluster = ResponseBody<'getCompanyMap'>['clusters'][number];
export type Place = Cluster['places'][number];
export type PlacedSite = ResponseBody<'listMapSites'>['items'][number];

/** Where the companies of the list are, put together for a zoom; the map keeps what it shows until the next answer. */
export function useCompanyMap(query: QueryOf<'listCompanies'>, zoom: number | undefined) {
  return useQuery({
    queryKey: companyKeys.map({ ...query, zoom }),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/map', { params: { query: { ...query, zoom } }, signal })),
    placeholderData: keepPreviousData,
    enabled: zoom !== undefined,
  });
}

/** The sites of a municipality that have coordinates of their own. */
export function useMapSites(query: QueryOf<'listCompanies'>, place: string | undefined) {
  return useQuery({
    queryKey: companyKeys.map({ ...query, place }),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/map/sites', { params: { query: { ...query, place: place! } }, signal })),
    enabled: place !== undefined,
  });
}
