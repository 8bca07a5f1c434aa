import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { opportunityKeys } from './keys';

export type Opportunity = ResponseBody<'getOpportunity'>;
export type OpportunityLine = ListItem<'listOpportunities'>;
export type OpportunityContent = RequestBody<'changeOpportunity'>;

export const opportunityStates = ['draft', 'proposed', 'published', 'expired', 'withdrawn', 'rejected'] as const;
export const opportunityKinds = ['job', 'training', 'internship', 'civilService', 'event'] as const;

export function useOpportunities(query: QueryOf<'listOpportunities'>) {
  return useList<OpportunityLine>({
    queryKey: opportunityKeys.list(query),
    page: ({ cursor, total, signal }) => unwrap(api.GET('/api/v1/opportunities', { params: { query: { ...query, cursor, total } }, signal })),
  });
}

export function fetchOpportunity(id: string) {
  return unwrap(api.GET('/api/v1/opportunities/{id}', { params: { path: { id } } }));
}

export function useOpportunity(id: string) {
  return useQuery({ queryKey: opportunityKeys.one(id), queryFn: () => fetchOpportunity(id) });
}

export async function saveOpportunity(content: OpportunityContent, id?: string, version?: number | string): Promise<string> {
  if (!id) return (await unwrap(api.POST('/api/v1/opportunities', { body: content as never }))).id;
  await unwrap(api.PUT('/api/v1/opportunities/{id}', { params: { path: { id }, header: ifMatch(version!) }, body: content }));
  return id;
}

export type Decision = { to: 'publication' | 'withdrawal' } | { to: 'rejection'; reason: string };

export function useDecideOpportunity(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => {
      const params = { path: { id } };
      if (decision.to === 'rejection') return unwrap(api.POST('/api/v1/opportunities/{id}/rejection', { params, body: { reason: decision.reason } }));
      return unwrap(decision.to === 'publication' ? api.POST('/api/v1/opportunities/{id}/publication', { params }) : api.POST('/api/v1/opportunities/{id}/withdrawal', { params }));
    },
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: opportunityKeys.all }), queries.invalidateQueries({ queryKey: ['today'] })]),
  });
}

export function usePreviewedText(markdown: string) {
  return useQuery({
    queryKey: opportunityKeys.preview(markdown),
    queryFn: () => unwrap(api.POST('/api/v1/opportunities/preview', { body: { markdown } })),
    placeholderData: (before) => before,
    enabled: markdown.trim() !== '',
  });
}
