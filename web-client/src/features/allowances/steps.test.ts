import { expect, test } from 'vitest';
import type { Run } from './api/runs';
import { endOf, stepOf } from './steps';

const run = (state: Run['state'], people: Partial<Record<'pending' | 'done' | 'returned' | 'nothing', number>>) =>
  ({ state, payments: Object.entries(people).map(([code, count]) => ({ code, people: count, cents: 0 })) }) as Pick<Run, 'state' | 'payments'>;

test.each([
  [run('draft', { pending: 2 }), 'check', 'paid'],
  [run('toApprove', { pending: 2 }), 'approve', 'paid'],
  [run('frozen', { pending: 1, returned: 1 }), 'pay', 'paid'],
  [run('frozen', { done: 2 }), 'end', 'paid'],
  [run('frozen', { done: 2, nothing: 1 }), 'end', 'paid'],
  [run('frozen', { done: 1, returned: 1 }), 'end', 'partly'],
  [run('frozen', { returned: 1 }), 'end', 'returned'],
  [run('frozen', { returned: 1, nothing: 1 }), 'end', 'returned'],
  [run('frozen', { nothing: 1 }), 'end', 'nothing'],
])('%j stands at %s, and its end is %s', (one, step, end) => {
  expect(stepOf(one)).toBe(step);
  expect(endOf(one)).toBe(end);
});
