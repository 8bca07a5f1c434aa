import { useRef, type KeyboardEvent } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useField } from '../../../components/form/Field';
import { classes } from '../../../lib/classes';
import { fullDate, today } from '../../../lib/format';
import type { RegisterDay, RegisterSheet } from '../api/registers';
import { writeHours } from './hours';
import { absenceName, absences, endsAWeek, hoursName, letters, minutesOf, onPaper, weekOf, type SheetValues } from './sheet';

const arrows: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

/** One row for each day. The arrows move between days, a letter chooses an absence, left and right go between the two cells. */
export function RegisterGrid({ sheet, locked }: { sheet: RegisterSheet; locked: boolean }) {
  const { t } = useTranslation('internships');
  const body = useRef<HTMLTableSectionElement>(null);
  const values = useWatch() as SheetValues;
  const move = (event: KeyboardEvent, row: number) => {
    const step = arrows[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // Suspended days have no cell: the next day that has one is gone to.
    for (let to = row + step; to >= 0 && to < sheet.days.length; to += step) {
      const cell = body.current?.querySelector<HTMLElement>(`[data-hours="${to}"]`);
      if (cell) return cell.focus();
    }
  };
  const isUnwritten = sheet.days.every((day) => !values[hoursName(day.day)] && !values[absenceName(day.day)]);
  return (
    <table className={classes('register', isUnwritten && 'unwritten')}>
      <caption className="visually-hidden">{t('register.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('register.day')}</th>
          <th scope="col">{t('register.hours')}</th>
          <th scope="col">{t('register.absence')}</th>
          <th scope="col" className="week">
            {t('register.week')}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {sheet.days.map((day, row) => (
          <Day key={day.day} day={day} row={row} absent={values[absenceName(day.day)] ?? ''} onMove={move} week={endsAWeek(sheet, row) ? weekOf(sheet, row, values) : null} most={sheet.weeklyMinutes} locked={locked} />
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, row, absent, week, most, locked, onMove }: { day: RegisterDay; row: number; absent: string; week: number | null; most: number; locked: boolean; onMove: (event: KeyboardEvent, row: number) => void }) {
  const { t } = useTranslation('internships');
  const { register, setValue } = useFormContext<SheetValues>();
  const name = fullDate(day.day);
  const hours = useField({ name: hoursName(day.day), label: t('register.hoursOf', { day: name }) });
  const absence = useField({ name: absenceName(day.day), label: t('register.absenceOf', { day: name }) }, (value) => (value ? t(`absence.${String(value)}`) : ''));
  const set = (field: string, value: string) => setValue(field, value, { shouldDirty: true, shouldTouch: true });
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    onMove(event, row);
    const input = event.currentTarget;
    const untouched = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const chosen = letters[event.key.toLowerCase()];
    if (chosen && untouched && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      set(hoursName(day.day), '');
      set(absenceName(day.day), chosen);
    }
    if (event.key === 'ArrowRight' && input.selectionEnd === input.value.length) {
      event.preventDefault();
      document.getElementById(absence.id)?.focus();
    }
  };
  const hoursField = register(hoursName(day.day), {
    onChange: (event: { target: { value: string } }) => event.target.value && set(absenceName(day.day), ''),
  });
  const absenceField = register(absenceName(day.day), {
    onChange: (event: { target: { value: string } }) => event.target.value && set(hoursName(day.day), ''),
  });
  const isFree = day.usualMinutes === 0;
  const future = day.day > today();
  const over = week !== null && week > most;
  return (
    <tr className={classes(isFree && 'free', week !== null && 'week-end')}>
      <th scope="row">
        <span className="weekday">{name.split(' ').slice(0, 2).join(' ')}</span>
        {day.holiday && <small>{day.holiday}</small>}
      </th>
      {day.isSuspended ? (
        <td colSpan={2}>
          <em>{t('register.suspended')}</em>
        </td>
      ) : locked ? (
        <>
          <td>{day.minutes === null ? '' : writeHours(day.minutes)}</td>
          <td>
            {day.absence && <span className="unprinted">{t(`absence.${day.absence}`)}</span>}
            <OnPaper absent={absent} />
          </td>
        </>
      ) : (
        <>
          <td className={hours.error && 'wrong'}>
            <input
              {...hoursField}
              {...hours.access}
              data-hours={row}
              className="f0"
              inputMode="text"
              autoComplete="off"
              aria-label={t('register.hoursOf', { day: name })}
              placeholder={isFree || future ? '' : writeHours(day.usualMinutes)}
              onFocus={(event) => event.currentTarget.select()}
              onKeyDown={onKey}
            />
            {hours.error && (
              <span className="field-error" id={`${hours.id}-error`}>
                {hours.error}
              </span>
            )}
          </td>
          <td>
            <select
              {...absenceField}
              {...absence.access}
              className="f0"
              aria-label={t('register.absenceOf', { day: name })}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft') return;
                event.preventDefault();
                document.getElementById(hours.id)?.focus();
              }}
            >
              <option value="">–</option>
              {absences.map((one) => (
                <option key={one} value={one}>
                  {t(`absence.${one}`)}
                </option>
              ))}
            </select>
            <OnPaper absent={absent} />
          </td>
        </>
      )}
      <td className={classes('week', over && 'over')}>
        {week !== null && (
          <>
            {writeHours(week)}
            {over && <small>{t('register.over', { most: writeHours(most) })}</small>}
          </>
        )}
      </td>
    </tr>
  );
}

/** The sheet is signed by the host's tutor, who reads no reason of health. */
function OnPaper({ absent }: { absent: string }) {
  const { t } = useTranslation('internships');
  const said = onPaper(absent);
  return said && <span className="print-only">{t(`absence.${said}`)}</span>;
}

/** The month in sum, as it is being written. */
export function RegisterTotals({ sheet }: { sheet: RegisterSheet }) {
  const { t } = useTranslation('internships');
  const values = useWatch() as SheetValues;
  const worked = sheet.days.reduce((sum, day) => sum + minutesOf(day, values), 0);
  const absent = sheet.days.filter((day) => values[absenceName(day.day)]).length;
  return (
    <p className="register-totals" role="status">
      <b>{t('register.total', { worked: writeHours(worked), planned: writeHours(sheet.usualMinutes) })}</b>
      {absent > 0 && ` · ${t('register.absentDays', { count: absent })}`}
    </p>
  );
}
