import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type Convention = ListItem<'listConventions'>;
export type NewConvention = RequestBody<'createConvention'>;

export const listConventions = (query: QueryOf<'listConventions'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/conventions', { params: { query }, signal }));

/** All of a company, for choosing one. */
export const useConventionsOf = (companyId: string | undefined) =>
  useQuery({
    queryKey: internshipKeys.conventions({ companyId }),
    queryFn: ({ signal }) => listConventions({ companyId, limit: 100 }, signal),
    enabled: !!companyId,
  });

export const createConvention = (body: NewConvention) => unwrap(api.POST('/api/v1/conventions', { body }));
