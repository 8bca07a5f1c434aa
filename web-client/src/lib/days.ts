/** Days as the API writes them, without a time zone: a calendar's arithmetic. */
const at = (day: string) => new Date(`${day}T00:00:00Z`);
const written = (date: Date) => date.toISOString().slice(0, 10);

export function plusDays(day: string, days: number): string {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + days);
  return written(date);
}

/** The Monday of the day's week. */
export const weekOf = (day: string) => plusDays(day, -((at(day).getUTCDay() + 6) % 7));

export function plusMonths(day: string, months: number): string {
  const date = at(`${day.slice(0, 7)}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return written(date);
}

/** The whole weeks in which a month lies, at most six. */
export function monthSpan(day: string): { from: string; to: string } {
  const first = `${day.slice(0, 7)}-01`;
  return { from: weekOf(first), to: plusDays(weekOf(plusDays(plusMonths(first, 1), -1)), 6) };
}

export function daysBetween(from: string, to: string): string[] {
  const days = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  return days;
}

export const isDay = (text: string | undefined): text is string => !!text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text).getTime());
