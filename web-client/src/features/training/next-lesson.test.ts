import { expect, test } from 'vitest';
import { nextLesson } from './next-lesson';

const edition = { startsOn: '2026-11-02', endsOn: '2026-12-18' };
const lesson = (day: string, from = '14:00', to = '18:00') => ({ day, from, to });

test('the first lesson is proposed on the first day, in the morning', () => {
  expect(nextLesson([], edition)).toEqual({ day: '2026-11-02', from: '09:00', to: '13:00' });
});

test('the next one has the hours of the last, on the next day that one works', () => {
  expect(nextLesson([lesson('2026-11-03'), lesson('2026-11-02', '09:00', '13:00')], edition)).toEqual(lesson('2026-11-04'));
  expect(nextLesson([lesson('2026-11-06')], edition).day).toBe('2026-11-09');
});

test('weekly lessons go on by weeks, and Saturdays by Saturdays', () => {
  expect(nextLesson([lesson('2026-11-03'), lesson('2026-11-10')], edition).day).toBe('2026-11-17');
  expect(nextLesson([lesson('2026-11-07'), lesson('2026-11-14')], edition).day).toBe('2026-11-21');
});

test('two lessons on one day are no rhythm', () => {
  expect(nextLesson([lesson('2026-11-03', '09:00', '11:00'), lesson('2026-11-03')], edition)).toEqual(lesson('2026-11-04'));
});

test('nothing is proposed after the end', () => {
  expect(nextLesson([lesson('2026-12-18')], edition).day).toBe('');
});
