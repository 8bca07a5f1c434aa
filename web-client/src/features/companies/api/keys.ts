export const companyKeys = {
  all: ['companies'] as const,
  list: (query: object) => ['companies', 'list', query] as const,
  one: (id: string) => ['companies', 'one', id] as const,
  availabilities: (id: string) => ['companies', 'one', id, 'availabilities'] as const,
  contacts: (id: string) => ['companies', 'one', id, 'contacts'] as const,
  documents: (id: string) => ['companies', 'one', id, 'documents'] as const,
  timeline: (id: string) => ['companies', 'one', id, 'timeline'] as const,
  merges: (id: string) => ['companies', 'one', id, 'merges'] as const,
  duplicates: ['companies', 'duplicates'] as const,
  imports: ['company-imports'] as const,
  import: (id: string) => ['company-imports', id] as const,
  importRows: (id: string, state: string | undefined) => ['company-imports', id, 'rows', state ?? 'all'] as const,
};
