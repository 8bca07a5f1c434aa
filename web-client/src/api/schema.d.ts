/* Written by hand until the API's document is there; then `npm run schema` replaces it. */
interface Problem { type?: string; title?: string; status?: number; detail?: string }
interface Refusal { content: { 'application/problem+json': Problem } }
interface Me {
  id: string; email: string; displayName: string; roles: string[]; rights: string[];
  mustChangePassword: boolean; serviceName: string; demo: boolean;
}
export interface paths {
  '/api/v1/auth/me': { get: operations['getMe'] };
  '/api/v1/auth/sign-in': { post: operations['signIn'] };
  '/api/v1/auth/sign-out': { post: operations['signOut'] };
  '/api/v1/auth/sign-out-everywhere': { post: operations['signOutEverywhere'] };
  '/api/v1/auth/password': { post: operations['changePassword'] };
  '/api/v1/today': { get: operations['getToday'] };
  '/api/v1/search': { post: operations['search'] };
}
export interface operations {
  getMe: { responses: { 200: { content: { 'application/json': Me } }; 401: Refusal } };
  signIn: { requestBody: { content: { 'application/json': { email: string; password: string } } }; responses: { 200: { content: { 'application/json': Me } }; 401: Refusal } };
  signOut: { responses: { 204: { content?: never }; 401: Refusal } };
  signOutEverywhere: { responses: { 204: { content?: never }; 401: Refusal } };
  changePassword: { requestBody: { content: { 'application/json': { currentPassword: string; newPassword: string } } }; responses: { 204: { content?: never }; 422: Refusal } };
  getToday: { responses: { 200: { content: { 'application/json': {
    tasks: { kind: string; subject: string; detail?: string | null; dueOn?: string | null; urgency: 'late' | 'today' | 'week'; link: string }[];
    counters: { kind: string; count: number; urgency?: 'late' | 'today' | 'week' | null; link: string }[];
  } } }; 401: Refusal } };
  search: { requestBody: { content: { 'application/json': { text: string } } }; responses: { 200: { content: { 'application/json': {
    results: { kind: 'company' | 'beneficiary' | 'internship' | 'course' | 'opportunity'; title: string; detail?: string | null; link: string }[];
  } } }; 401: Refusal } };
}
