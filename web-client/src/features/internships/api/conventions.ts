import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type Convention = ListItem<'listConventions'>;
export type ConventionRecord = ResponseBody<'getConvention'>;
export type ConventionState = ConventionRecord['state'];
export type NewConvention = RequestBody<'createConvention'>;
export type WrittenConvention = RequestBody<'changeConvention'>;
export type Renewal = RequestBody<'renewConvention'>;

const path = (id: string) => ({ params: { path: { id } } });

export const listConventions = (query: QueryOf<'listConventions'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/conventions', { params: { query }, signal }));

/** All of a company, for choosing one. */
export const useConventionsOf = (companyId: string | undefined) =>
  useQuery({
    queryKey: internshipKeys.conventions({ companyId }),
    queryFn: ({ signal }) => listConventions({ companyId, limit: 100 }, signal),
    enabled: !!companyId,
  });

export const readConvention = (id: string) => unwrap(api.GET('/api/v1/conventions/{id}', path(id)));

export const useConvention = (id: string) => useQuery({ queryKey: internshipKeys.convention(id), queryFn: () => readConvention(id) });

export const createConvention = (body: NewConvention) => unwrap(api.POST('/api/v1/conventions', { body }));

export const changeConvention = (id: string, version: number | string, body: WrittenConvention) => unwrap(api.PUT('/api/v1/conventions/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const sendConvention = (id: string, version: number | string, sentOn: string) =>
  unwrap(api.POST('/api/v1/conventions/{id}/sending', { params: { path: { id }, header: ifMatch(version) }, body: { sentOn } }));

export const signConvention = (id: string, version: number | string, signedOn: string) =>
  unwrap(api.POST('/api/v1/conventions/{id}/signature', { params: { path: { id }, header: ifMatch(version) }, body: { signedOn } }));

export const renewConvention = (id: string, body: Renewal) => unwrap(api.POST('/api/v1/conventions/{id}/renewal', { ...path(id), body }));
