import { useId } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FieldFrame, useField, type FieldProps } from './form/Field';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const dayParts = ['morning', 'afternoon', 'evening', 'night'] as const;

export interface WeekSlot {
  day: (typeof weekdays)[number];
  part: (typeof dayParts)[number];
}

const same = (one: WeekSlot, other: WeekSlot) => one.day === other.day && one.part === other.part;

/** Days of the week and parts of the day, ticked in a table: the value is the list of what is ticked. */
export function WeekSlotsField(props: FieldProps) {
  const { name, label, help, required } = props;
  const { t } = useTranslation('common');
  const { id, error } = useField(props, (value) => slotsText(value as WeekSlot[], t));
  const { field } = useController({ name });
  const chosen = (field.value ?? []) as WeekSlot[];
  const table = useId();
  const toggle = (slot: WeekSlot) => field.onChange(chosen.some((one) => same(one, slot)) ? chosen.filter((one) => !same(one, slot)) : [...chosen, slot]);
  return (
    <FieldFrame group {...{ id, error, name, label, help, required }}>
      <table className="week-slots">
        <thead>
          <tr>
            <td />
            {dayParts.map((part) => (
              <th key={part} scope="col" id={`${table}-${part}`}>
                {t(`week.part.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row" id={`${table}-${day}`}>
                {t(`week.day.${day}`)}
              </th>
              {dayParts.map((part) => (
                <td key={part}>
                  <label>
                    <input
                      type="checkbox"
                      aria-label={`${t(`week.day.${day}`)}, ${t(`week.part.${part}`)}`}
                      checked={chosen.some((one) => same(one, { day, part }))}
                      onBlur={field.onBlur}
                      onChange={() => toggle({ day, part })}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldFrame>
  );
}

/** "lun–ven mattina, sab sera": days that follow one another are drawn together. */
function slotsText(slots: readonly WeekSlot[], t: (key: string) => string): string {
  const groups = new Map<string, number[]>();
  weekdays.forEach((day, at) => {
    const parts = dayParts.filter((part) => slots.some((one) => same(one, { day, part })));
    if (parts.length === 0) return;
    const key = parts.length === dayParts.length ? t('common:week.allDay') : parts.map((part) => t(`common:week.part.${part}`)).join(t('common:week.and'));
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  const short = (at: number) => t(`common:week.short.${weekdays[at]}`);
  return [...groups]
    .map(([parts, days]) => {
      const runs: string[] = [];
      for (let from = 0; from < days.length; ) {
        let to = from;
        while (to + 1 < days.length && days[to + 1] === days[to]! + 1) to++;
        runs.push(to - from >= 2 ? `${short(days[from]!)}–${short(days[to]!)}` : days.slice(from, to + 1).map(short).join(', '));
        from = to + 1;
      }
      return `${runs.join(', ')} ${parts}`;
    })
    .join('; ');
}

/** The same, where it is read. */
export function SlotsText({ slots }: { slots: readonly WeekSlot[] }) {
  const { t } = useTranslation('common');
  return <>{slotsText(slots, (key) => t(key))}</>;
}
