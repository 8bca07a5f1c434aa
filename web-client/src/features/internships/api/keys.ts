export const internshipKeys = {
  all: ['internships'] as const,
  list: (query: object) => ['internships', 'list', query] as const,
  one: (id: string) => ['internships', 'one', id] as const,
  rules: (id: string, version: number) => ['internships', 'one', id, 'rules', version] as const,
  preview: (plan: object) => ['internships', 'preview', plan] as const,
  registers: (id: string) => ['internships', 'one', id, 'registers'] as const,
  register: (id: string, month: string) => ['internships', 'one', id, 'registers', month] as const,
  ruleSets: ['internships', 'rule-sets'] as const,
  conventions: (query: object) => ['internships', 'conventions', query] as const,
};
