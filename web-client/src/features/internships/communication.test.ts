import { expect, test } from 'vitest';
import { changeDueOn } from './communication';
import { outcomesOn } from './words';

test.each([
  ['privateEmployer', '2027-05-29', '2027-06-03'],
  ['privateSchoolOrTraining', '2026-12-28', '2027-01-02'],
  ['publicAdministration', '2027-05-29', '2027-06-20'],
  ['publicAdministration', '2026-12-31', '2027-01-20'],
] as const)('of a %s an extension from %s is communicated by %s, as the API reckons', (host, endsOn, due) => expect(changeDueOn(host, endsOn)).toBe(due));

test('who stops early did not complete it, who reached the last day was not interrupted', () => {
  expect(outcomesOn('2027-05-28', '2027-05-29')).not.toContain('completedNoJob');
  expect(outcomesOn('2027-05-28', '2027-05-29')).toContain('interruptedByHost');
  expect(outcomesOn('2027-05-29', '2027-05-29')).toEqual(['hiredByHost', 'otherJob', 'newInternship', 'completedNoJob']);
  expect(outcomesOn('', '2027-05-29')).toHaveLength(7);
});
