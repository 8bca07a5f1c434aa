export const opportunityKeys = {
  all: ['opportunities'] as const,
  list: (query: object) => ['opportunities', 'list', query] as const,
  one: (id: string) => ['opportunities', 'one', id] as const,
  preview: (text: string) => ['opportunities', 'preview', text] as const,
};

export const bulletinKeys = {
  all: ['bulletin'] as const,
  editions: (query: object) => ['bulletin', 'editions', query] as const,
  edition: (number: number) => ['bulletin', 'edition', number] as const,
  progress: (number: number) => ['bulletin', 'progress', number] as const,
  mail: (number: number) => ['bulletin', 'mail', number] as const,
  draft: (content: object) => ['bulletin', 'draft', content] as const,
  subscribers: (query: object) => ['bulletin', 'subscribers', query] as const,
};

export const publicKeys = {
  offers: (query: object) => ['public', 'offers', query] as const,
  offer: (id: string) => ['public', 'offer', id] as const,
  archive: ['public', 'archive'] as const,
  edition: (number: number) => ['public', 'edition', number] as const,
};
