import { expect, test } from 'vitest';
import { absences, onPaper, tutorAbsences } from './sheet';

test('who signs on paper reads no reason of health', () => {
  expect(absences.filter((one) => !(tutorAbsences as readonly string[]).includes(one)).map(onPaper)).toEqual(['justified', 'justified']);
  expect(tutorAbsences.map(onPaper)).toEqual([...tutorAbsences]);
  expect(onPaper('')).toBe('');
});
