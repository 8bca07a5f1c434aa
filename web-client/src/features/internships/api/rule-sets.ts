import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type RuleSet = ListItem<'listInternshipRuleSets'>;
export type WrittenRuleSet = RequestBody<'addInternshipRuleSet'>;
export type RuleSetEffects = ResponseBody<'previewInternshipRuleSet'>;

const path = (id: string) => ({ params: { path: { id } } });

export const useRuleSets = () =>
  useQuery({ queryKey: internshipKeys.ruleSets, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internship-rule-sets', { signal })), staleTime: 300_000 });

export const readRuleSet = (id: string) => unwrap(api.GET('/api/v1/internship-rule-sets/{id}', path(id)));

export const useRuleSet = (id: string | null) => useQuery({ queryKey: internshipKeys.ruleSet(id ?? ''), queryFn: () => readRuleSet(id!), enabled: !!id });

export const addRuleSet = (body: WrittenRuleSet) => unwrap(api.POST('/api/v1/internship-rule-sets', { body }));

export const changeRuleSet = (id: string, version: number | string, body: WrittenRuleSet) => unwrap(api.PUT('/api/v1/internship-rule-sets/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const deleteRuleSet = (id: string, version: number | string) => unwrap(api.DELETE('/api/v1/internship-rule-sets/{id}', { params: { path: { id }, header: ifMatch(version) } }));

export const verifyRuleSet = (id: string, version: number | string, figures: string[]) =>
  unwrap(api.POST('/api/v1/internship-rule-sets/{id}/verification', { params: { path: { id }, header: ifMatch(version) }, body: { figures } }));

export const previewRuleSet = (body: WrittenRuleSet) => unwrap(api.POST('/api/v1/internship-rule-sets/preview', { body }));

export const useRuleSetEffects = (id: string | null) =>
  useQuery({ queryKey: internshipKeys.ruleSetEffects(id ?? ''), queryFn: () => unwrap(api.GET('/api/v1/internship-rule-sets/{id}/effects', path(id!))), enabled: !!id });

/** After a change every check may say something else. */
export function useRefreshRules() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: internshipKeys.all });
}
