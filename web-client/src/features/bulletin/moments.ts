import { dayOf, timeZone } from '../../lib/format';

/** The coming Thursday, as `2026-11-26`; today does not count, because its nine o'clock may have passed. */
export function nextThursday(now = new Date()): string {
  const today = new Date(`${dayOf(now)}T00:00:00Z`);
  today.setUTCDate(today.getUTCDate() + (((4 - today.getUTCDay() + 6) % 7) + 1));
  return today.toISOString().slice(0, 10);
}

const dayInWords = /\b\d{1,2}°? (?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre) \d{4}\b/i;
const dayInFigures = /\b\d{1,2}([/.-])\d{1,2}\1\d{4}\b/;

/** The title of the last number for the next one: a day in it becomes the day on which this one goes out, or a thousand mails carry the old one. In Italian, as the bulletin is. */
export function titleFor(last: string, day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const words = new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
  return last.replace(dayInWords, words).replace(dayInFigures, (_, between: string) => [date, month, year].join(between));
}

/** The instant of an Italian day and wall-clock time, wherever the browser is. */
export function instantOf(day: string, time: string): string {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return `${day}T${time}`;
  // Twice, because the offset that counts is the one at the result.
  const once = asIfUtc - offset(asIfUtc);
  return new Date(asIfUtc - offset(once)).toISOString();
}

function offset(instant: number): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`) - Math.floor(instant / 1000) * 1000;
}
