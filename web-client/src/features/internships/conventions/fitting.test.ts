import { expect, test } from 'vitest';
import { onlyFitting } from './fitting';

const days = { startsOn: '2026-12-07', endsOn: '2027-06-06' };
const signed = { state: 'signed' as const, validFrom: '2026-01-01', validTo: '2027-12-31' };

test('the only signed convention that covers the days is proposed', () => {
  const short = { ...signed, validTo: '2027-06-05' };
  const late = { ...signed, validFrom: '2026-12-08' };
  const draft = { ...signed, state: 'draft' as const };
  expect(onlyFitting([short, signed, late, draft], days)).toBe(signed);
  expect(onlyFitting([short, late, draft], days)).toBeNull();
});

test('between two nobody chooses but who writes', () => {
  expect(onlyFitting([signed, { ...signed, validTo: '2028-12-31' }], days)).toBeNull();
});
