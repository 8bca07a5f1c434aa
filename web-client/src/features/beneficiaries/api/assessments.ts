import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

type Version = number | string;
export type Assessment = ResponseBody<'getAssessment'>;
export type AssessmentLine = ListItem<'listAssessments'>;
export type AssessmentKind = NonNullable<Assessment['kind']>;
type Row = ResponseBody<'compareAssessments'>['rows'][number];
/** Where nobody judged then, there is nothing. */
export type ComparedRow = Omit<Row, 'values'> & { values: (Row['values'][number] | null)[] };
export type Compared = Omit<ResponseBody<'compareAssessments'>, 'rows'> & { rows: ComparedRow[] };
export type SkillGrid = ResponseBody<'listSkillGrids'>['items'][number];
export type FragilitySettings = ResponseBody<'listFragilityFormulas'>;

export const assessmentKinds = ['workNeed', 'skills', 'icf', 'multidimensional'] as const;
export const dimensions = ['work', 'social', 'health', 'housing', 'family', 'autonomy'] as const;

const key = (caseId: string) => [...peopleKeys.case(caseId), 'assessments'] as const;
export const gridsKey = ['skill-grids'] as const;
export const formulasKey = ['fragility-formulas'] as const;
const at = (caseId: string, id: string, version: Version) => ({ params: { path: { caseId, id }, header: ifMatch(version) } });

export function useAssessments(caseId: string) {
  return useList<AssessmentLine>({
    queryKey: [...key(caseId), 'list'],
    page: ({ cursor, signal }) => unwrap(api.GET('/api/v1/cases/{caseId}/assessments', { params: { path: { caseId }, query: { cursor, limit: 10 } }, signal })),
  });
}

export const readAssessment = (caseId: string, id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/cases/{caseId}/assessments/{id}', { params: { path: { caseId, id } }, signal }));

export function useAssessment(caseId: string, id: string) {
  return useQuery({ queryKey: [...key(caseId), id], queryFn: ({ signal }) => readAssessment(caseId, id, signal) });
}

export function useAssessmentComparison(caseId: string, kind: 'icf' | 'skills') {
  return useQuery({
    queryKey: [...key(caseId), 'comparison', kind],
    queryFn: ({ signal }): Promise<Compared> => unwrap(api.GET('/api/v1/cases/{caseId}/assessments/comparison', { params: { path: { caseId }, query: { kind } }, signal })),
  });
}

export const startAssessment = (caseId: string, kind: AssessmentKind) => unwrap(api.POST('/api/v1/cases/{caseId}/assessments', { params: { path: { caseId } }, body: { kind } }));
export const saveAssessment = (caseId: string, id: string, version: Version, body: RequestBody<'saveAssessment'>) =>
  unwrap(api.PUT('/api/v1/cases/{caseId}/assessments/{id}', { ...at(caseId, id, version), body }));
export const discardAssessment = (caseId: string, id: string, version: Version) => unwrap(api.DELETE('/api/v1/cases/{caseId}/assessments/{id}', at(caseId, id, version)));
export const askAssessmentSignatures = (caseId: string, id: string, version: Version, signerIds: string[]) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/assessments/{id}/signatures', { ...at(caseId, id, version), body: { signerIds } }));
export const takeBackAssessment = (caseId: string, id: string, version: Version) => unwrap(api.DELETE('/api/v1/cases/{caseId}/assessments/{id}/signatures', at(caseId, id, version)));
export const signAssessment = (caseId: string, id: string, version: Version) => unwrap(api.POST('/api/v1/cases/{caseId}/assessments/{id}/signature', at(caseId, id, version)));

export const signAssessmentForMember = (caseId: string, id: string, version: Version, body: RequestBody<'signAssessmentForMember'>) =>
  unwrap(api.POST('/api/v1/cases/{caseId}/assessments/{id}/member-signature', { ...at(caseId, id, version), body }));

export function useSkillGrids() {
  return useQuery({ queryKey: gridsKey, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/skill-grids', { signal })), staleTime: 60_000 });
}
export const saveSkillGrid = (grid: SkillGrid | undefined, version: Version | undefined, body: RequestBody<'addSkillGrid'>) =>
  grid ? unwrap(api.PUT('/api/v1/skill-grids/{id}', { params: { path: { id: grid.id }, header: ifMatch(version ?? grid.version) }, body })) : unwrap(api.POST('/api/v1/skill-grids', { body }));

export function useIcfCodes() {
  return useQuery({ queryKey: ['icf-codes'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/icf-codes', { signal })), staleTime: Infinity });
}

export function useFragilityFormulas() {
  return useQuery({ queryKey: formulasKey, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/fragility-formulas', { signal })) });
}
export const declareFragilityFormula = (body: RequestBody<'declareFragilityFormula'>) => unwrap(api.POST('/api/v1/fragility-formulas', { body }));

export const assessmentAddress = (personId: string, caseId: string, id: string) => `/beneficiaries/${personId}/cases/${caseId}/assessments/${id}`;
export const comparisonAddress = (personId: string, caseId: string, kind: 'icf' | 'skills') => `/beneficiaries/${personId}/cases/${caseId}/comparison/${kind}`;
