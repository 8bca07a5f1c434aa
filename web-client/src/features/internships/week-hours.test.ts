import { expect, test } from 'vitest';
import { emptyWeek, hoursText, readWeek, weekOf, weeklyOf, weeklyText } from './week-hours';

const morning = (day: string) => ({ day, from: '09:00:00', to: '13:00:00' }) as Parameters<typeof weekOf>[0][number];

test('what is written is what is read again', () => {
  const hours = [morning('monday'), { ...morning('monday'), from: '14:00:00', to: '18:15:00' }, morning('sunday')];
  expect(readWeek(weekOf(hours))).toEqual(hours);
  expect(weeklyOf(weekOf(hours))).toBe(12.25);
  expect(weeklyOf(emptyWeek())).toBeNull();
});

test.each([
  [{ from: 'x', to: '' }, 'time'], [{ from: '9', to: '' }, 'half'], [{ from: '13', to: '9' }, 'order'], [{ from: '9', to: '13', from2: '12', to2: '14' }, 'overlap'],
])('%o is told as %s', (row, problem) => {
  const week = emptyWeek();
  Object.assign(week.tuesday, row);
  expect(readWeek(week)).toEqual({ day: 'tuesday', problem });
});

test('days with the same hours are drawn together', () => {
  const text = hoursText(['monday', 'tuesday', 'wednesday', 'saturday'].map(morning), (key) => key.split('.').pop()!);
  expect(text).toBe('monday–wednesday, saturday 9:00–13:00');
});

test.each([
  [25, '25'], [22.5, '22 h 30'], [13.25, '13 h 15'], [22.33, '22 h 20'],
])('%s hours a week are written %s', (hours, text) => expect(weeklyText(hours)).toBe(text));
