/** All begin as the companies' own keys do, so that a call logged here refreshes their pages too, and the other way round. */
export const callKeys = {
  companies: ['companies'] as const,
  list: (query: object) => ['companies', 'calls', 'list', query] as const,
  counts: (mine: boolean) => ['companies', 'calls', 'counts', mine] as const,
  proposals: ['next-contact-proposals'] as const,
  company: (id: string) => ['companies', 'one', id] as const,
  availabilities: (id: string) => ['companies', 'one', id, 'availabilities'] as const,
  lastContacts: (id: string) => ['companies', 'one', id, 'last-contacts'] as const,
  hosting: (id: string) => ['companies', 'one', id, 'hosting'] as const,
  count: (query: object) => ['companies', 'count', query] as const,
  campaigns: ['companies', 'campaigns'] as const,
  campaignList: (open: boolean) => ['companies', 'campaigns', 'list', open] as const,
  campaign: (id: string) => ['companies', 'campaigns', id] as const,
  campaignCompanies: (id: string, done: boolean) => ['companies', 'campaigns', id, 'rows', done] as const,
  figures: ['companies', 'figures'] as const,
};
