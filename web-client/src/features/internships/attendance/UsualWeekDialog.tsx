import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { FieldRow, Form, SelectField, TextField, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { locale, longDate } from '../../../lib/format';
import { useRefresh } from '../api/internships';
import { changeUsualWeek, readRegisters, type UsualDays } from '../api/registers';
import { mostMinutes, readHours, writeHours } from './hours';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const hours = z.string().refine((written) => (readHours(written) ?? (written.trim() ? mostMinutes + 1 : 0)) <= mostMinutes).transform((written) => readHours(written) ?? 0);
const schema = z.object({
  ...(Object.fromEntries(weekdays.map((day) => [day, hours])) as Record<(typeof weekdays)[number], typeof hours>),
  patronDay: z.string().trim().regex(/^\d{0,2}$/),
  patronMonth: z.string(),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const valuesOf = ({ week, patron }: UsualDays): Input => ({
  ...(Object.fromEntries(weekdays.map((day) => [day, week[day] ? writeHours(week[day]) : ''])) as Record<(typeof weekdays)[number], string>),
  patronDay: patron ? String(patron.day) : '',
  patronMonth: patron ? String(patron.month) : '',
});

const monthName = (month: number) => new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 1)));

export function UsualWeekDialog({ id, usual, onClose }: { id: string; usual: UsualDays; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: valuesOf(usual),
    version: usual.version,
    submit: ({ patronDay, patronMonth, ...week }, version) =>
      changeUsualWeek(id, version!, { ...week, patronDay: patronDay ? Number(patronDay) : null, patronMonth: patronMonth ? Number(patronMonth) : null }),
    reload: async () => {
      const now = (await readRegisters(id)).usual;
      return { values: valuesOf(now), version: now.version };
    },
    guard: false,
    onDone: async () => {
      toast.done(t('usualWeek.saved'));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open wide title={t('usualWeek.title')} onClose={onClose}>
      <p>{t('usualWeek.text')}</p>
      {usual.since && <p className="hint">{t('usualWeek.since', { on: longDate(usual.since) })}</p>}
      <Form form={form} submitLabel={t('usualWeek.save')} onCancel={onClose}>
        <FieldRow>
          {weekdays.map((day) => (
            <TextField key={day} name={day} label={t(`weekday.${day}`)} width="short" autoComplete="off" />
          ))}
        </FieldRow>
        <FieldRow>
          <TextField name="patronDay" label={t('usualWeek.patronDay')} help={t('usualWeek.patronHelp')} width="short" inputMode="numeric" maxLength={2} />
          <SelectField name="patronMonth" label={t('usualWeek.patronMonth')} width="short" options={Array.from({ length: 12 }, (_, month) => ({ value: String(month + 1), label: monthName(month + 1) }))} />
        </FieldRow>
      </Form>
    </Dialog>
  );
}
