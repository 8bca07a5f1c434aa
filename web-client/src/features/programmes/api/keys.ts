export const programmeKeys = {
  all: ['programmes'] as const,
  list: (query: object) => ['programmes', 'list', query] as const,
  one: (id: string) => ['programmes', id] as const,
  budget: (id: string) => ['programmes', id, 'budget'] as const,
  fundable: (id: string, candidateId: string) => ['programmes', id, 'fundable', candidateId] as const,
  grants: (id: string) => ['programmes', id, 'grants'] as const,
  cohorts: (id: string) => ['programmes', id, 'cohorts'] as const,
  ranking: (id: string, cohortId: string) => ['programmes', id, 'ranking', cohortId] as const,
  minutes: (id: string, cohortId: string) => ['programmes', id, 'minutes', cohortId] as const,
  candidate: (id: string, candidateId: string) => ['programmes', id, 'candidate', candidateId] as const,
};
