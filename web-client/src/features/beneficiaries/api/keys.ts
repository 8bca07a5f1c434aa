export const peopleKeys = {
  all: ['beneficiaries'] as const,
  list: (query: unknown) => ['beneficiaries', 'list', query] as const,
  person: (id: string) => ['beneficiaries', 'person', id] as const,
  attestations: (id: string) => ['beneficiaries', 'person', id, 'attestations'] as const,
  curriculum: (id: string) => ['beneficiaries', 'person', id, 'curriculum'] as const,
  documents: (id: string) => ['beneficiaries', 'person', id, 'documents'] as const,
  accessLog: (id: string) => ['beneficiaries', 'person', id, 'access-log'] as const,
  emergencies: (open: boolean) => ['beneficiaries', 'emergencies', open] as const,
  case: (id: string) => ['beneficiaries', 'case', id] as const,
  workProfile: (caseId: string) => ['beneficiaries', 'case', caseId, 'work-profile'] as const,
  candidates: (availabilityId: string) => ['beneficiaries', 'candidates', availabilityId] as const,
  diary: (caseId: string) => ['beneficiaries', 'case', caseId, 'diary'] as const,
};
