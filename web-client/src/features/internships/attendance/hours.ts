/** What a day cannot hold more of. */
export const mostMinutes = 24 * 60;

/**
 * Hours as people write them: `4:30`, `4h30`, `4`, `4,5`. The answer is in minutes, `null` for nothing and `undefined` for what cannot be read.
 * `4.30` is asked again: some mean half past four, others four hours and three tenths.
 */
export function readHours(written: string): number | null | undefined {
  const text = written.trim().toLowerCase();
  if (text === '') return null;
  const clock = /^(\d{1,2})(?::|h)([0-5]\d)$/.exec(text) ?? /^(\d{1,2})h?$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  const decimal = /^(\d{1,2})(?:,(\d{1,2})|\.(\d))$/.exec(text);
  if (!decimal) return undefined;
  return Math.round(Number(`${decimal[1]}.${decimal[2] ?? decimal[3]}`) * 60);
}

/** `4:30` */
export function writeHours(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
