export const programmeKeys = {
  all: ['programmes'] as const,
  list: (query: object) => ['programmes', 'list', query] as const,
  one: (id: string) => ['programmes', id] as const,
  budget: (id: string) => ['programmes', id, 'budget'] as const,
};
