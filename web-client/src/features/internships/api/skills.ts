import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type SkillTerm = ListItem<'listInternshipSkills'>;
export type WrittenSkill = RequestBody<'changeInternshipSkill'>;

export const skillAreas = ['working', 'others', 'self', 'things'] as const;

export const useSkillTerms = () => useQuery({ queryKey: internshipKeys.skills, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internship-skills', { signal })) });

/** A new term without one before. */
export const saveSkillTerm = (before: SkillTerm | null, body: WrittenSkill) =>
  before
    ? unwrap(api.PUT('/api/v1/internship-skills/{code}', { params: { path: { code: before.code }, header: ifMatch(before.version) }, body }))
    : unwrap(api.POST('/api/v1/internship-skills', { body }));

export function useRefreshSkills() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: internshipKeys.all });
}
