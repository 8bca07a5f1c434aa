import { expect, test } from 'vitest';
import { dateTime, dayOf, longDate, money, number, percent, relativeDate, shortDate } from './format';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('money and numbers are written as in Italy', () => {
  expect(spaces(money(123450))).toBe('1.234,50 €');
  expect(spaces(money(5))).toBe('0,05 €');
  expect(number(1234)).toBe('1.234');
  expect(percent(0.9)).toBe('90 %');
});

test('a day is the day that was written, whatever the time zone', () => {
  expect(longDate('2026-11-21')).toBe('21 novembre 2026');
  expect(shortDate('2026-01-02')).toBe('02/01/2026');
});

test('an instant is shown in the time of the service', () => {
  expect(dateTime('2026-11-20T23:30:00Z')).toBe('21 novembre 2026, 00:30');
  expect(dayOf(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
});

test.each([
  ['2026-11-16', '6 giorni fa'],
  ['2026-11-21', 'ieri'],
  ['2026-11-22', 'oggi'],
  ['2026-11-23', 'domani'],
  ['2026-11-25', 'mercoledì'],
  ['2026-11-01', '3 settimane fa'],
  ['2026-12-18', '18 dicembre 2026'],
  ['2025-11-22', '22 novembre 2025'],
])('%s is %s', (day, words) => expect(relativeDate(day, new Date('2026-11-22T09:00:00Z'))).toBe(words));

test('a far day is written as whoever asks writes it: a table in figures', () => {
  const now = new Date('2026-11-22T09:00:00Z');
  expect(relativeDate('2025-01-09', now)).toBe('9 gennaio 2025');
  expect(relativeDate('2025-01-09', now, shortDate)).toBe('09/01/2025');
  expect(relativeDate('2026-11-21', now, shortDate)).toBe('ieri');
});
