export const trainingKeys = {
  all: ['training'] as const,
  courses: ['training', 'courses'] as const,
  course: (id: string) => ['training', 'course', id] as const,
  editions: ['training', 'editions'] as const,
  edition: (id: string) => ['training', 'edition', id] as const,
  sessions: (edition: string) => ['training', 'edition', edition, 'sessions'] as const,
  attendance: (edition: string, session: string) => ['training', 'edition', edition, 'attendance', session] as const,
  enrolments: (edition: string) => ['training', 'edition', edition, 'enrolments'] as const,
  trainers: ['training', 'trainers'] as const,
};
