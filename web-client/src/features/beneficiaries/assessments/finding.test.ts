import { expect, test } from 'vitest';
import type { ComparedRow } from '../api/assessments';
import { environment, finding, onRadar } from './finding';

const value = (first: number | null, facilitator = false) => ({ text: '', first, second: null, facilitator });
const row = (key: string, ...values: (ReturnType<typeof value> | null)[]): ComparedRow => ({ key, name: null, values });

test('of ICF less difficulty is better, of what helps more', () => {
  const rows = [row('d850', value(3), value(1)), row('b130', value(1), value(2)), row('e310', value(1, true), value(3, true)), row('e580', value(2), value(2)), row('d240', value(2), null), row('d720', value(null), value(1))];
  expect(finding({ kind: 'icf', rows })).toEqual({ better: 2, worse: 1, same: 1 });
});

test('of skills more is better, from the first to the last judgement', () => {
  expect(finding({ kind: 'skills', rows: [row('Orari', value(0), null, value(2)), row('Gruppo', value(3), value(1))] })).toEqual({ better: 1, worse: 1, same: 0 });
});

test('a barrier is below zero, what helps above, and what was not judged nowhere', () => {
  expect([environment(row('e310', value(2)), 0), environment(row('e310', value(2, true)), 0), environment(row('e310', null), 0)]).toEqual([-2, 2, null]);
  expect([onRadar('icf', row('e310')), onRadar('icf', row('d850')), onRadar('skills', row('empatia'))]).toEqual([false, true, true]);
});
