import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';

export type CaseInLoad = ListItem<'searchCaseload'>;
export type CaseloadSummary = ResponseBody<'summariseCaseload'>;
export type CaseOverview = ResponseBody<'getCaseOverview'>;
export type TimelineEntry = ListItem<'getCaseTimeline'>;
type Question = RequestBody<'searchCaseload'>;

export const flags = ['late', 'stalled', 'noSolution', 'withoutPlan'] as const;
export const states = ['open', 'followUp', 'closed'] as const;
export const sorts = ['due', 'contact', 'name'] as const;
export const timelineKinds = ['referral', 'case', 'diary', 'appointment', 'plan', 'assessment', 'internship', 'course', 'document', 'followUp'] as const;

export const known = <Value extends string>(values: readonly Value[], value: string | undefined) => values.find((one) => one === value);

/** Saved views from before hold what was written of a programme and not which one it is: that is no filter any more. */
export const programmeOf = (value: string | undefined) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value ?? '') ? value : undefined);

export interface CaseloadFilters {
  state?: string;
  flag?: string;
  manager?: string;
  body?: string;
  category?: string;
  programme?: string;
  mine?: string;
}

/** A search by POST: the names in it stay out of addresses. All keys begin with `beneficiaries`, so that whatever changes a person refreshes them. */
export function useCaseload(text: string, sort: string | undefined, filters: CaseloadFilters) {
  return useList<CaseInLoad>({
    queryKey: ['beneficiaries', 'caseload', { text, sort, filters }],
    page: ({ cursor, total, signal }) => {
      const body: Question = {
        text: text || null,
        onlyMine: filters.mine !== 'false',
        state: known(states, filters.state) ?? null,
        managerId: filters.manager ?? null,
        bodyId: filters.body ?? null,
        category: filters.category ?? null,
        programmeId: programmeOf(filters.programme) ?? null,
        flag: known(flags, filters.flag) ?? null,
        sort: known(sorts, sort) ?? null,
        cursor: cursor ?? null,
        limit: 25,
        total: total ?? false,
      };
      return unwrap(api.POST('/api/v1/caseload/search', { body, signal }));
    },
  });
}

export function useCaseloadSummary(mine: boolean) {
  return useQuery({
    queryKey: ['beneficiaries', 'caseload', 'summary', mine],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/caseload/summary', { params: { query: { mine } }, signal })),
    staleTime: 30_000,
  });
}

/** All that the page of a case shows, in one request. */
export function useCaseOverview(id: string) {
  return useQuery({
    queryKey: ['beneficiaries', 'case', id, 'overview'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{id}/overview', { params: { path: { id } }, signal })),
    gcTime: 0,
  });
}

export function useTimeline(caseId: string, kind: (typeof timelineKinds)[number] | undefined, enabled: boolean) {
  return useList<TimelineEntry>({
    queryKey: ['beneficiaries', 'case', caseId, 'timeline', kind ?? ''],
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/timeline', { params: { path: { caseId }, query: { kind, cursor, limit: 30 } }, signal })),
    enabled,
  });
}

export function useCategories() {
  return useQuery({ queryKey: ['reference', 'disadvantage'], queryFn: () => unwrap(api.GET('/api/v1/reference/disadvantage-categories')), staleTime: Infinity }).data ?? [];
}
