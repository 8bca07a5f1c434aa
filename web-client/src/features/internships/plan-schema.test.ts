import { expect, test } from 'vitest';
import type { Internship } from './api/internships';
import { copyFor, copyOf, emptyPlan, lastDay, nextMonday, previewOf } from './plan-schema';

test.each([
  ['2026-11-22T10:00:00Z', '2026-11-23'],
  ['2026-11-23T10:00:00Z', '2026-11-30'],
  ['2026-11-24T23:30:00Z', '2026-11-30'],
])('after %s the next Monday is %s', (now, monday) => expect(nextMonday(new Date(now))).toBe(monday));

test.each([
  ['2026-09-01', 6, '2027-02-28'],
  ['2026-11-30', 6, '2027-05-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-01-30', 1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-14'],
])('%s and %i months end on %s, as the API counts', (start, months, end) => expect(lastDay(start, months)).toBe(end));

test('rules are asked only when person, company, kind and dates are there', () => {
  const plan = emptyPlan({ id: 'a', label: 'A' }, { id: 'b', label: 'B' }, 'me');
  expect(previewOf(plan)).toBeNull();
  expect(previewOf({ ...plan, kind: 'socialInclusion' })).toMatchObject({ caseId: 'a', companyId: 'b', allowanceCents: null });
  expect(previewOf({ ...plan, kind: 'socialInclusion', weeklyHours: Number.NaN })).toBeNull();
  expect(previewOf({ ...plan, kind: 'socialInclusion', endsOn: plan.startsOn })).toBeNull();
});

test.each([
  ['2026-07-01', '2026-12-31', 0, 6],
  ['2026-07-01', '2027-01-15', 15, 6],
  ['2026-01-15', '2026-03-14', 0, 2],
])('a copy of whole months from %s to %s, %i days of rest left out, lasts %i months', (startsOn, endsOn, suspendedDays, months) => {
  const copy = copyOf({ startsOn, endsOn, suspendedDays, documents: {}, safety: {}, hours: [] } as unknown as Internship);
  expect(copy.endsOn).toBe(lastDay(copy.startsOn, months));
});

test('no risk is taken for granted: the specific hours wait for it', () => {
  expect(emptyPlan(null, null, 'me')).toMatchObject({ safetyRisk: '', safetyGeneralHours: 4, safetySpecificHours: null });
});

test('a copy of other days lasts as many days', () => {
  const copy = copyOf({ startsOn: '2026-07-01', endsOn: '2026-09-09', suspendedDays: 0, documents: {}, safety: {}, hours: [] } as unknown as Internship);
  expect((Date.parse(copy.endsOn) - Date.parse(copy.startsOn)) / 86_400_000).toBe(70);
});

test('a copy is for the person and the company that are chosen already, and says of another company nothing', () => {
  const earlier = {
    startsOn: '2026-07-01', endsOn: '2026-12-31', suspendedDays: 0, documents: {}, safety: {}, hours: [], caseId: 'a', personName: 'Rossi Anna', companyId: 'b', companyName: 'Vivaio', region: 'Marche', hostTutor: 'Paola Neri', duties: 'Serra',
  } as unknown as Internship;
  const [bruno, forno] = [{ id: 'c', label: 'Verdi Bruno' }, { id: 'd', label: 'Forno' }];
  expect(copyFor(earlier, null, null)).toMatchObject({ caseId: { id: 'a', label: 'Rossi Anna' }, companyId: { id: 'b', label: 'Vivaio' }, hostTutor: 'Paola Neri', region: 'Marche' });
  expect(copyFor(earlier, bruno, { id: 'b', label: 'Vivaio' })).toMatchObject({ caseId: bruno, hostTutor: 'Paola Neri', region: 'Marche', duties: 'Serra' });
  expect(copyFor(earlier, bruno, forno)).toMatchObject({ caseId: bruno, companyId: forno, hostTutor: '', region: '', duties: 'Serra' });
  const trained = { ...earlier, safety: { risk: 'high', generalHours: 4, specificHours: 12, on: '2026-07-01', by: 'RSPP del vivaio' } } as unknown as Internship;
  expect(copyFor(trained, bruno, { id: 'b', label: 'Vivaio' })).toMatchObject({ safetyRisk: 'high', safetySpecificHours: 12, safetyBy: 'RSPP del vivaio' });
  expect(copyFor(trained, bruno, forno), 'the risk of one workplace is not that of another').toMatchObject({ safetyRisk: '', safetySpecificHours: null, safetyBy: '' });
});
