import { expect, test } from 'vitest';
import { caseOutcomes } from '../api/case';
import { fieldsOf, missing, outcomeSchema, sent, startValues } from './outcome-form';

const filled = (outcome: string, details: object) => outcomeSchema.parse({ ...startValues(), outcome, details: { ...startValues().details, ...details } });

test.each([
  ['employed', ['contract', 'startsOn', 'sector', 'employer']],
  ['training', ['training']],
  ['selfEmployment', ['activity', 'sector']],
  ['returnedToServices', []],
  ['droppedOut', ['dropOutReason']],
  ['transferred', ['bodyId', 'agreed']],
])('%s asks for what is counted of it', (outcome, fields) => {
  expect(missing(filled(outcome, {}))).toEqual(fields);
});

test('the end is asked of a contract that ends, and not shown for one that does not', () => {
  expect(missing(filled('employed', { contract: 'fixedTerm', startsOn: '2026-01-01', sector: 'catering', employer: 'Prova' }))).toEqual(['endsOn']);
  expect(fieldsOf('employed', 'openEnded').map(({ field }) => field)).not.toContain('endsOn');
});

test('what belongs to another outcome is not sent', () => {
  const { details } = sent(filled('droppedOut', { dropOutReason: 'movedAway', employer: 'Prova', agreed: true }));
  expect(details).toMatchObject({ dropOutReason: 'movedAway', employer: null, agreed: null });
});

test('every outcome is known', () => {
  for (const outcome of caseOutcomes) expect(Array.isArray(fieldsOf(outcome, null))).toBe(true);
});
