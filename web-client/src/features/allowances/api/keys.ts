export const allowanceKeys = {
  all: ['allowances'] as const,
  list: (query: object) => ['allowances', 'list', query] as const,
  one: (id: string) => ['allowances', id] as const,
  payments: (id: string, query: object) => ['allowances', id, 'payments', query] as const,
  registers: (query: object) => ['allowances', 'registers', query] as const,
  overpayments: (query: object) => ['allowances', 'overpayments', query] as const,
  closings: (query: object) => ['allowances', 'closings', query] as const,
  schemes: ['allowances', 'schemes'] as const,
};
