import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { FieldFrame, useField, type FieldProps } from '../../components/form/Field';
import { tidyTime } from '../../lib/times';
import { aWeek, hoursText, readWeek, weekdays, weeklyOf, type DayInput, type Weekday, type WeekInput } from './week-hours';

const parts = ['from', 'to', 'from2', 'to2'] as const;

/** From when to when on each weekday: a row a day, with room for the hours after lunch. */
export function WeekHoursField(props: FieldProps & { onHours?: (weekly: number) => void }) {
  const { name, label, help, required, onHours } = props;
  const { t } = useTranslation('internships');
  const { t: common } = useTranslation('common');
  const { id, error } = useField(props, (value) => {
    const read = readWeek(value as WeekInput);
    return Array.isArray(read) ? hoursText(read, (key) => common(key)) : '';
  });
  const { field } = useController({ name });
  const week = field.value as WeekInput;
  const weekly = weeklyOf(week);
  const put = (next: WeekInput) => {
    field.onChange(next);
    const now = weeklyOf(next);
    if (now !== null && now !== weekly) onHours?.(now);
  };
  const set = (day: Weekday, part: keyof DayInput, value: string) => put({ ...week, [day]: { ...week[day], [part]: value } });
  const wrong = error ? wrongDay(week) : null;
  const workingDays = weekdays.slice(1, 5);
  return (
    <FieldFrame group {...{ id, error, name, label, help, required }}>
      <table className="week-hours">
        <thead>
          <tr>
            <td />
            {parts.map((part) => (
              <th key={part} scope="col">
                {t(`hoursField.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row">
                <span className="long">{common(`week.day.${day}`)}</span>
                <span className="short" aria-hidden>
                  {common(`week.short.${day}`)}
                </span>
              </th>
              {parts.map((part) => (
                <td key={part}>
                  <input
                    className="f0"
                    inputMode="numeric"
                    autoComplete="off"
                    maxLength={5}
                    aria-label={`${common(`week.day.${day}`)}, ${t(`hoursField.${part}`)}`}
                    aria-invalid={day === wrong || undefined}
                    value={week[day][part]}
                    onBlur={(event) => {
                      const tidy = tidyTime(event.target.value);
                      if (tidy !== event.target.value) set(day, part, tidy);
                      field.onBlur();
                    }}
                    onChange={(event) => set(day, part, event.target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="week-hours-below">
        <Button look="quiet" small icon="copy" onClick={() => put({ ...week, ...(Object.fromEntries(workingDays.map((day) => [day, { ...week.monday }])) as Partial<WeekInput>) })}>
          {t('hoursField.likeMonday')}
        </Button>
        <span className="muted" aria-live="polite">
          {weekly !== null && t('hoursField.inAll', { hours: aWeek(weekly, t) })}
        </span>
      </div>
    </FieldFrame>
  );
}

/** The day that is to be put right, so that the others are not drawn as wrong. */
function wrongDay(week: WeekInput): Weekday | null {
  const read = readWeek(week);
  return Array.isArray(read) ? null : read.day;
}
