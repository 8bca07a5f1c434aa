export const accessKeys = {
  all: ['access'] as const,
  users: ['access', 'users'] as const,
  user: (id: string) => ['access', 'user', id] as const,
  systems: ['access', 'systems'] as const,
  scopes: ['access', 'scopes'] as const,
  log: ['access', 'log'] as const,
};
