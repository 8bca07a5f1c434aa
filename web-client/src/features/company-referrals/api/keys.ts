export const referralKeys = {
  all: ['company-referrals'] as const,
  list: (query: object) => ['company-referrals', 'list', query] as const,
  one: (id: string) => ['company-referrals', 'one', id] as const,
  educators: ['company-referrals', 'educators'] as const,
  openings: (query: object) => ['company-referrals', 'openings', query] as const,
  needs: (query: object) => ['company-referrals', 'needs', query] as const,
  need: (id: string) => ['company-referrals', 'need', id] as const,
};
