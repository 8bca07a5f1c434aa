import * as z from 'zod';
import i18next from 'i18next';
import { fullDate } from '../../../lib/format';
import type { Absence, RegisterDay, RegisterSheet, WrittenDays } from '../api/registers';
import { mostMinutes, readHours, writeHours } from './hours';

/** In the order of the list; the letter that chooses each stands beside it in the help. */
export const absences = ['illness', 'injury', 'justified', 'unjustified', 'closure', 'holiday', 'other'] as const satisfies readonly Absence[];
/** What the host's tutor may write: reasons of health are the service's. */
export const tutorAbsences = ['justified', 'unjustified', 'closure', 'holiday', 'other'] as const satisfies readonly Absence[];
/** An absence as who signs on paper reads it. */
export const onPaper = (absence: string) => absence && (tutorAbsences.find((one) => one === absence) ?? 'justified');
export const letters: Record<string, Absence> = { m: 'illness', i: 'injury', g: 'justified', n: 'unjustified', c: 'closure', f: 'holiday', a: 'other' };

export type SheetValues = Record<string, string>;

/** Names of a day's two fields. */
export const hoursName = (day: string) => `h${day.slice(8)}`;
export const absenceName = (day: string) => `a${day.slice(8)}`;

export function valuesOf(sheet: RegisterSheet): SheetValues {
  return Object.fromEntries(
    sheet.days.flatMap((day) => [
      [hoursName(day.day), day.minutes === null ? '' : writeHours(day.minutes)],
      [absenceName(day.day), day.absence ?? ''],
    ]),
  );
}

/** Each cell that cannot be read is named with its day. */
export function schemaOf(days: RegisterDay[]) {
  return z.record(z.string(), z.string()).superRefine((values, context) => {
    const t = i18next.getFixedT(null, 'internships');
    for (const { day } of days) {
      const written = values[hoursName(day)] ?? '';
      const minutes = readHours(written);
      const message = minutes === undefined ? t('register.unreadable', { written }) : (minutes ?? 0) > mostMinutes ? t('register.tooMany') : null;
      if (message) context.addIssue({ code: 'custom', path: [hoursName(day)], message, params: { day: fullDate(day) } });
    }
  });
}

export function writtenOf(days: RegisterDay[], values: SheetValues): WrittenDays {
  return days.flatMap(({ day }) => {
    const minutes = readHours(values[hoursName(day)] ?? '') ?? null;
    const absence = (values[absenceName(day)] || null) as Absence | null;
    return minutes === null && absence === null ? [] : [{ day, minutes, absence }];
  });
}

/** Minutes of each day as it is written now; what cannot be read counts nothing. */
export const minutesOf = (day: RegisterDay, values: SheetValues) => readHours(values[hoursName(day.day)] ?? '') ?? 0;

/** Minutes worked until the end of the week of a Sunday, or of the month's last day: days of the months beside are counted too. */
export function weekOf(sheet: RegisterSheet, at: number, values: SheetValues): number {
  const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = sheet.days.slice(0, at + 1).filter((day) => at - sheet.days.indexOf(day) <= weekday(sheet.days[at]!.day));
  const first = days[0]!.day.endsWith('-01') && weekday(days[0]!.day) > 0;
  const last = at === sheet.days.length - 1 && weekday(sheet.days[at]!.day) < 6;
  return days.reduce((sum, day) => sum + minutesOf(day, values), 0) + (first ? sheet.minutesBefore : 0) + (last ? sheet.minutesAfter : 0);
}

export const endsAWeek = (sheet: RegisterSheet, at: number) => at === sheet.days.length - 1 || new Date(`${sheet.days[at]!.day}T00:00:00Z`).getUTCDay() === 0;
