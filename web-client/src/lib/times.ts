/** `9`, `9:30`, `9.30`, `9,30` or `930`, which is all that the digits of a telephone write, as minutes of the day; null for nothing, undefined for what is no time. */
export function minutesOf(written: string): number | null | undefined {
  const text = written.trim();
  if (text === '') return null;
  const match = /^([01]?\d|2[0-4])(?:[:.,]?([0-5]\d))?$/.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return minutes > 24 * 60 ? undefined : Math.min(minutes, 24 * 60 - 1);
}

/** Minutes of the day as they are stored: `09:30:00`. */
export const clockOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;

/** As it was understood, once the field is left: `09:30`. What is no time stays as it was written. */
export function tidyTime(written: string): string {
  const minutes = minutesOf(written);
  return minutes === null || minutes === undefined ? written : clockOf(minutes).slice(0, 5);
}

/** Whether it is an hour of the clock, tidied: `09:30`. */
export const isTime = (tidy: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(tidy);
