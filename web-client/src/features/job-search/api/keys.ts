export const jobKeys = {
  all: ['job-search'] as const,
  paths: (query: object) => ['job-search', 'paths', query] as const,
  path: (id: string) => ['job-search', 'path', id] as const,
  material: (id: string) => ['job-search', 'path', id, 'material'] as const,
  cvs: (id: string) => ['job-search', 'path', id, 'cvs'] as const,
  mailbox: (id: string) => ['job-search', 'path', id, 'mailbox'] as const,
  openings: (id: string, query: object) => ['job-search', 'path', id, 'openings', query] as const,
  applications: (query: object) => ['job-search', 'applications', query] as const,
  application: (id: string) => ['job-search', 'application', id] as const,
  preview: (id: string, version: number) => ['job-search', 'application', id, 'preview', version] as const,
};
