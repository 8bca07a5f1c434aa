import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem } from '../../../api/types';
import { internshipKeys } from './keys';

export type RuleSet = ListItem<'listInternshipRuleSets'>;

export const useRuleSets = () =>
  useQuery({ queryKey: internshipKeys.ruleSets, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internship-rule-sets', { signal })), staleTime: 300_000 });
