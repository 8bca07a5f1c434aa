/* Operations that the screens already use and the API's document does not describe yet: remove each when `npm run schema` brings it. */
interface Refusal {
  headers: Record<string, unknown>;
  content: { 'application/problem+json': unknown };
}
interface Success<Body> {
  headers: Record<string, unknown>;
  content: { 'application/json': Body };
}

export interface PendingOperations {
  getToday: {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    requestBody?: never;
    responses: {
      200: Success<{
        tasks: { kind: string; subject: string; detail?: string | null; dueOn?: string | null; urgency: 'late' | 'today' | 'week'; link: string }[];
        counters: { kind: string; count: number; urgency?: 'late' | 'today' | 'week' | null; link: string }[];
      }>;
      401: Refusal;
    };
  };
  search: {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    requestBody: { content: { 'application/json': { text: string } } };
    responses: {
      200: Success<{ results: { kind: 'company' | 'beneficiary' | 'internship' | 'course' | 'opportunity'; title: string; detail?: string | null; link: string }[] }>;
      401: Refusal;
    };
  };
}

export interface PendingPaths {
  '/api/v1/today': { get: PendingOperations['getToday'] };
  '/api/v1/search': { post: PendingOperations['search'] };
}
