import type { Internship } from './api/internships';

const dayMs = 86_400_000, daysAfterAChange = 5;

/** By when an extension is communicated, as the API reckons it: five days after the end that was known, for public administrations the 20th of the following month. */
export function changeDueOn(hostType: Internship['hostType'], endsOn: string): string {
  const [year, month] = endsOn.split('-').map(Number) as [number, number];
  const due = hostType === 'publicAdministration' ? Date.UTC(year, month, 20) : Date.parse(`${endsOn}T00:00:00Z`) + daysAfterAChange * dayMs;
  return new Date(due).toISOString().slice(0, 10);
}
