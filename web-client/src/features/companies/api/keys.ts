export const companyKeys = {
  all: ['companies'] as const,
  list: (query: object) => ['companies', 'list', query] as const,
  map: (query: object) => ['companies', 'map', query] as const,
  one: (id: string) => ['companies', 'one', id] as const,
  availabilities: (id: string) => ['companies', 'one', id, 'availabilities'] as const,
  contacts: (id: string) => ['companies', 'one', id, 'contacts'] as const,
  imports: ['company-imports'] as const,
  import: (id: string) => ['company-imports', id] as const,
  importRows: (id: string, state: string | undefined) => ['company-imports', id, 'rows', state ?? 'all'] as const,
};
