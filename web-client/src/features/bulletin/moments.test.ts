import { expect, test } from 'vitest';
import { instantOf, nextThursday, titleFor } from './moments';

test.each([
  ['2026-11-22T08:00:00Z', '2026-11-26'],
  ['2026-11-26T08:00:00Z', '2026-12-03'],
  ['2026-11-25T23:30:00Z', '2026-12-03'],
  ['2026-11-27T08:00:00Z', '2026-12-03'],
])('from %s the next Thursday is %s', (now, thursday) => {
  expect(nextThursday(new Date(now))).toBe(thursday);
});

test.each([
  ['Le opportunità della settimana, 26 dicembre 2024', 'Le opportunità della settimana, 3 dicembre 2026'],
  ['Bollettino del 1° maggio 2025', 'Bollettino del 3 dicembre 2026'],
  ['Bollettino 26/12/2024', 'Bollettino 03/12/2026'],
  ['Bollettino del 26-12-2024', 'Bollettino del 03-12-2026'],
  ['Le opportunità della settimana', 'Le opportunità della settimana'],
  ['Speciale concorso 2027', 'Speciale concorso 2027'],
])('after «%s» comes «%s»', (last, next) => {
  expect(titleFor(last, '2026-12-03')).toBe(next);
});

test('nine in Italy is eight in winter and seven in summer', () => {
  expect(instantOf('2026-11-26', '09:00')).toBe('2026-11-26T08:00:00.000Z');
  expect(instantOf('2026-07-02', '09:00')).toBe('2026-07-02T07:00:00.000Z');
});

test('the night of the change keeps its day', () => {
  expect(instantOf('2026-10-25', '09:00')).toBe('2026-10-25T08:00:00.000Z');
  expect(instantOf('2026-10-25', '00:30')).toBe('2026-10-24T22:30:00.000Z');
});

test('what is no time is left to the server to refuse', () => {
  expect(instantOf('2026-11-26', 'alle 9')).toBe('2026-11-26Talle 9');
});
