import { expect, test } from 'vitest';
import { daysBetween, isDay, monthSpan, plusDays, plusMonths, weekOf } from './days';

test('a week begins on Monday', () => {
  expect(weekOf('2026-11-29')).toBe('2026-11-23');
  expect(weekOf('2026-11-23')).toBe('2026-11-23');
});

test('days and months go over the end of a year and of summer time', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusDays('2026-10-25', 1)).toBe('2026-10-26');
  expect(plusMonths('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusMonths('2026-01-15', -1)).toBe('2025-12-01');
});

test('a month is whole weeks, never more than six', () => {
  expect(monthSpan('2026-11-10')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  for (let month = 0; month < 60; month++) {
    const { from, to } = monthSpan(plusMonths('2026-01-01', month));
    expect(daysBetween(from, to).length % 7).toBe(0);
    expect(daysBetween(from, to).length).toBeLessThanOrEqual(42);
  }
});

test('what is no day is none', () => {
  expect(isDay('2026-13-45')).toBe(false);
  expect(isDay('domani')).toBe(false);
  expect(isDay('2026-11-23')).toBe(true);
});
