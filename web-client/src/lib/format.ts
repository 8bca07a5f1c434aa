import i18next from 'i18next';

/** Instants are shown in the service's own time, wherever the browser is. */
export const timeZone = 'Europe/Rome';

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

export function locale(): string {
  return i18next.language?.startsWith('en') ? 'en-GB' : 'it-IT';
}

function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(key: string, make: (locale: string) => T): T {
  const id = `${locale()}|${key}`;
  let found = cache.get(id) as T | undefined;
  if (!found) cache.set(id, (found = make(locale())));
  return found;
}

/** A day (`2026-11-21`) is shown as it is written; an instant is moved to the service's time zone. */
function dates(key: string, value: string, options: Intl.DateTimeFormatOptions): string {
  const isDay = dayOnly.test(value);
  const format = cached(`${key}|${isDay}`, (l) => new Intl.DateTimeFormat(l, { ...options, timeZone: isDay ? 'UTC' : timeZone }));
  return format.format(new Date(isDay ? `${value}T00:00:00Z` : value));
}

/** 21 novembre 2026 */
export const longDate = (value: string) => dates('long', value, { day: 'numeric', month: 'long', year: 'numeric' });

/** venerdì 20 novembre 2026 */
export const fullDate = (value: string) => dates('full', value, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** ven 20 nov, where a day heads a narrow column */
export const columnDate = (value: string) => dates('column', value, { weekday: 'short', day: 'numeric', month: 'short' });

/** 21/11/2026, for tables */
export const shortDate = (value: string) => dates('short', value, { day: '2-digit', month: '2-digit', year: 'numeric' });

/** 10:30 */
export const clockTime = (value: string) => dates('time', value, { hour: '2-digit', minute: '2-digit' });

/** 21 novembre 2026, 10:30 */
export const dateTime = (value: string) => `${longDate(value)}, ${clockTime(value)}`;

/** novembre 2026, from `2026-11` or a day */
export const monthName = (value: string) => dates('month', value.length === 7 ? `${value}-01` : value, { month: 'long', year: 'numeric' });

/** The day, in the service's time zone, as `2026-11-21`. */
export function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

export const today = () => dayOf(new Date());

/** Whole days from today to the given day or instant; negative when it is past. */
export function daysFromToday(value: string, now = new Date()): number {
  const day = dayOnly.test(value) ? value : dayOf(new Date(value));
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${dayOf(now)}T00:00:00Z`)) / 86_400_000);
}

/** "6 giorni fa", "oggi", "domani", "lunedì" within the week, otherwise the date: in words, or `far` says how. */
export function relativeDate(value: string, now = new Date(), far = longDate): string {
  const days = daysFromToday(value, now);
  if (days > 1 && days < 7) return dates('weekday', value, { weekday: 'long' });
  if (days > -14 && days < 7) return cached('relative', (l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' })).format(days, 'day');
  if (days <= -14 && days > -60) return cached('relative', (l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' })).format(Math.round(days / 7), 'week');
  return far(value);
}

/** 1.234,50 € from cents. Italian drops the separator of four-digit numbers unless it is asked for. */
export function money(cents: number): string {
  return cached('money', (l) => new Intl.NumberFormat(l, { style: 'currency', currency: 'EUR', useGrouping: 'always' as never })).format(cents / 100);
}

export function number(value: number, digits = 0): string {
  return cached(`number${digits}`, (l) => new Intl.NumberFormat(l, { maximumFractionDigits: digits, useGrouping: 'always' as never })).format(value);
}

/** 90 % from 0.9 */
export function percent(ratio: number): string {
  return `${number(ratio * 100)} %`;
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${number(bytes)} B`;
  return bytes < 1024 * 1024 ? `${number(bytes / 1024)} kB` : `${number(bytes / 1024 / 1024, 1)} MB`;
}
