import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, ifMatch, unwrap } from './client';
import { outage } from './connection';
import { expiredSession } from './expired-session';
import { isApiError } from './problem';

const calls: Request[] = [];
let answers: (Response | Error)[] = [];

beforeEach(() => {
  calls.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    calls.push(request);
    const answer = answers.shift() ?? new Response('{}', { headers: { 'Content-Type': 'application/json' } });
    if (answer instanceof Error) throw answer;
    return answer;
  });
  document.cookie = 'XSRF-TOKEN=abc%2F1';
});
afterEach(() => {
  vi.unstubAllGlobals();
  answers = [];
  outage.set(null);
});

const refused = (status: number, body: object, headers = {}) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
const search = (text: string) => unwrap(api.POST('/api/v1/search', { body: { text } }));
const key = (call: Request | undefined) => call?.headers.get('Idempotency-Key');

test('a change carries language, forgery token and its own key', async () => {
  await search('a');
  await search('a');
  expect(calls[0]?.headers.get('Accept-Language')).toBe('it');
  expect(calls[0]?.headers.get('X-XSRF-TOKEN')).toBe('abc/1');
  expect(key(calls[0])).toMatch(/^[0-9a-f-]{36}$/);
  expect(key(calls[1])).not.toBe(key(calls[0]));
});

test('a reading carries neither', async () => {
  await unwrap(api.GET('/api/v1/today'));
  expect(calls[0]?.headers.has('X-XSRF-TOKEN')).toBe(false);
  expect(key(calls[0])).toBeNull();
});

test('the key is kept over a broken connection and a busy service, then let go', async () => {
  answers = [new TypeError('network'), refused(503, {})];
  await expect(search('b')).rejects.toMatchObject({ status: 0 });
  expect(outage.get()?.offline).toBe(true);
  await expect(search('b')).rejects.toMatchObject({ status: 503 });
  expect(outage.get()?.offline).toBe(false);
  await search('b');
  expect(outage.get()).toBeNull();
  await search('b');
  const keys = calls.map(key);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
  expect(keys[3]).not.toBe(keys[0]);
});

test('a refusal is thrown with the problem of the server', async () => {
  answers = [refused(429, { title: 'Troppe richieste', code: 'rate' }, { 'Retry-After': '30' })];
  const error = await search('c').catch((thrown: unknown) => thrown);
  expect(isApiError(error, 429) && [error.problem.title, error.code, error.retryAfterSeconds]).toEqual(['Troppe richieste', 'rate', 30]);
});

test('an expired session waits for the password and then makes the very same call', async () => {
  answers = [refused(401, {})];
  const call = search('d');
  await vi.waitFor(() => expect(expiredSession.get()).not.toBeNull());
  document.cookie = 'XSRF-TOKEN=renewed';
  expiredSession.get()!.answer(true);
  await call;
  expect(calls).toHaveLength(2);
  expect(key(calls[1])).toBe(key(calls[0]));
  expect(calls[1]?.headers.get('X-XSRF-TOKEN')).toBe('renewed');
  expect(await calls[1]?.json()).toEqual({ text: 'd' });
  expect(expiredSession.get()).toBeNull();
});

test('a wrong password at sign-in is a refusal, not an expired session', async () => {
  answers = [refused(401, { title: 'Non corrette' })];
  await expect(unwrap(api.POST('/api/v1/auth/sign-in', { body: { email: 'a', password: 'b' } }))).rejects.toMatchObject({ status: 401 });
  expect(expiredSession.get()).toBeNull();
});

test('the version is quoted', () => expect(ifMatch(7)).toEqual({ 'If-Match': '"7"' }));
