/** A decision moves referrals, meetings, the waiting list and the caseload at once: they are read again together. */
export const referralKeys = {
  all: ['referrals'] as const,
  list: (query: object) => ['referrals', 'list', query] as const,
  counts: ['referrals', 'counts'] as const,
  one: (id: string) => ['referrals', 'one', id] as const,
  readings: (query: object) => ['referrals', 'readings', query] as const,
  reading: (id: string) => ['referrals', 'reading', id] as const,
  waiting: ['referrals', 'waiting'] as const,
  criteria: ['referrals', 'criteria'] as const,
};
