import { describe, expect, it } from 'vitest';
import { putOffDays } from './put-off';

describe('putOffDays', () => {
  const days = (today: string) => putOffDays(today).map(({ name, day }) => `${name} ${day}`);

  it('offers Monday where it is neither tomorrow nor a week away', () => {
    expect(days('2026-11-26')).toEqual(['tomorrow 2026-11-27', 'monday 2026-11-30', 'nextWeek 2026-12-03']);
    expect(days('2026-11-29')).toEqual(['tomorrow 2026-11-30', 'nextWeek 2026-12-06']);
    expect(days('2026-11-30')).toEqual(['tomorrow 2026-12-01', 'nextWeek 2026-12-07']);
  });

  it('crosses the end of a year', () => {
    expect(days('2026-12-31')).toEqual(['tomorrow 2027-01-01', 'monday 2027-01-04', 'nextWeek 2027-01-07']);
  });
});
