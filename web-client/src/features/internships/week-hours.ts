import * as z from 'zod';
import i18next, { type TFunction } from 'i18next';
import { clockOf, minutesOf } from '../../lib/times';
import type { Internship } from './api/internships';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];
export type DayHours = Internship['hours'][number];

/** Two stretches a day, such as before and after lunch; what is empty is not worked. */
export interface DayInput {
  from: string;
  to: string;
  from2: string;
  to2: string;
}
export type WeekInput = Record<Weekday, DayInput>;

const noHours: DayInput = { from: '', to: '', from2: '', to2: '' };
export const emptyWeek = (): WeekInput => Object.fromEntries(weekdays.map((day) => [day, { ...noHours }])) as WeekInput;

/** Hours as they are stored, in the rows of the form. A third stretch of a day is joined to the second where the form has no room for it. */
export function weekOf(hours: readonly DayHours[]): WeekInput {
  const week = emptyWeek();
  for (const { day, from, to } of hours) {
    const row = week[day as Weekday];
    if (!row.from) Object.assign(row, { from: from.slice(0, 5), to: to.slice(0, 5) });
    else Object.assign(row, { from2: row.from2 || from.slice(0, 5), to2: to.slice(0, 5) });
  }
  return week;
}

type Problem = { day: Weekday; problem: 'time' | 'half' | 'order' | 'overlap' };

/** What the rows say, or the first thing that is wrong with them. */
export function readWeek(week: WeekInput): DayHours[] | Problem {
  const hours: DayHours[] = [];
  for (const day of weekdays) {
    const row = week[day];
    let before = -1;
    for (const [written, until] of [[row.from, row.to], [row.from2, row.to2]] as const) {
      const [from, to] = [minutesOf(written), minutesOf(until)];
      if (from === undefined || to === undefined) return { day, problem: 'time' };
      if (from === null && to === null) continue;
      if (from === null || to === null) return { day, problem: 'half' };
      if (to <= from) return { day, problem: 'order' };
      if (from < before) return { day, problem: 'overlap' };
      before = to;
      hours.push({ day, from: clockOf(from), to: clockOf(to) });
    }
  }
  return hours;
}

/** Hours a week, exact: 22 hours and a half are 22.5. Null while nothing can be added up. */
export function weeklyOf(week: WeekInput): number | null {
  const hours = readWeek(week);
  if (!Array.isArray(hours) || hours.length === 0) return null;
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return Math.round((hours.reduce((sum, one) => sum + minutes(one.to) - minutes(one.from), 0) / 60) * 100) / 100;
}

/** `25`, or `22 h 30`. */
export function weeklyText(hours: number): string {
  const minutes = Math.round(hours * 60);
  return minutes % 60 === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}

/** "25 ore a settimana", or "22 h 30 a settimana". */
export const aWeek = (hours: number, t: TFunction<'internships'>) => (Number.isInteger(hours) ? t('hoursAWeek', { count: hours }) : t('hoursAWeekExact', { hours: weeklyText(hours) }));

export const weekSchema = z.custom<WeekInput>().transform((week, context) => {
  const read = readWeek(week);
  if (Array.isArray(read)) return read;
  const t = i18next.getFixedT(null, 'internships');
  context.addIssue({ code: 'custom', input: week, message: t(`hoursField.wrong.${read.problem}`, { day: i18next.t(`common:week.day.${read.day}`) }) });
  return z.NEVER;
});

/** "lun–ven 9:00–13:00; sab 8:00–12:00": days with the same hours are drawn together. */
export function hoursText(hours: readonly DayHours[], t: (key: string) => string): string {
  const short = (text: string) => text.slice(0, 5).replace(/^0/, '');
  const groups = new Map<string, number[]>();
  weekdays.forEach((day, at) => {
    const text = hours.filter((one) => one.day === day).map((one) => `${short(one.from)}–${short(one.to)}`).join(t('common:week.and'));
    if (text) groups.set(text, [...(groups.get(text) ?? []), at]);
  });
  return [...groups]
    .map(([text, days]) => {
      const runs: string[] = [];
      for (let from = 0; from < days.length; ) {
        let to = from;
        while (to + 1 < days.length && days[to + 1] === days[to]! + 1) to++;
        const name = (at: number) => t(`common:week.short.${weekdays[at]}`);
        runs.push(to - from >= 2 ? `${name(days[from]!)}–${name(days[to]!)}` : days.slice(from, to + 1).map(name).join(', '));
        from = to + 1;
      }
      return `${runs.join(', ')} ${text}`;
    })
    .join('; ');
}
