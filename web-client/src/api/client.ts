import createClient from 'openapi-fetch';
import i18next from 'i18next';
import type { paths } from './schema';
import { ApiError, toApiError, unreachable } from './problem';
import { outage, reportOutage } from './connection';
import { waitForSignIn } from './expired-session';
import { keyFor } from './idempotency';
import { uuid } from '../lib/uuid';

const signInPaths = ['/api/v1/auth/sign-in', '/api/v1/auth/set-up', '/api/v1/auth/me', '/api/v1/auth/sign-out'];

/** Typed calls to the API: `unwrap(api.GET('/api/v1/companies', { params: { query } }))`. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin, fetch: send });

/** The header of a change to a record that was read at `version`, for `params: { header }`; a stale one is refused with 412. */
export function ifMatch(version: number | string): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** The body of a successful answer; anything else is thrown as an ApiError. */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw toApiError(response, error);
  return data as T;
}

async function send(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  request.headers.set('Accept-Language', i18next.language ?? 'it');
  const settle = await addIdempotencyKey(request);

  let response = await attempt(request);
  if (response.status === 401 && !signInPaths.includes(pathname) && (await waitForSignIn())) {
    response = await attempt(request);
  }
  settle(response.status);
  return response;
}

async function addIdempotencyKey(request: Request): Promise<(status: number) => void> {
  if (request.method !== 'POST' || request.headers.has('Idempotency-Key')) return () => undefined;
  const isText = request.headers.get('Content-Type')?.includes('json') ?? request.body === null;
  if (!isText) {
    request.headers.set('Idempotency-Key', uuid());
    return () => undefined;
  }
  const { key, settle } = keyFor(request.method, request.url, await request.clone().text());
  request.headers.set('Idempotency-Key', key);
  return settle;
}

async function attempt(request: Request): Promise<Response> {
  const copy = request.clone();
  // Set at each attempt: signing in again renews the token.
  if (copy.method !== 'GET' && copy.method !== 'HEAD') copy.headers.set('X-XSRF-TOKEN', cookie('XSRF-TOKEN'));
  let response: Response;
  try {
    response = await fetch(copy);
  } catch (error) {
    if (request.signal.aborted) throw error;
    reportOutage(true);
    throw new ApiError({ status: unreachable, code: 'unreachable' });
  }
  if (response.status === 503 || response.status === 502 || response.status === 504) {
    reportOutage(false, Number(response.headers.get('Retry-After')) || undefined);
  } else {
    outage.set(null);
  }
  return response;
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
