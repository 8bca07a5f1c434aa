import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod';
import { useMe } from '../../../api/session';
import { todayKey } from '../../../api/today';
import { Dialog } from '../../../components/Dialog';
import { amount, CheckField, choice, DateField, day, FieldRow, Form, NumberField, SelectField, text, TextArea, TextField, useApiForm, TimeField, time } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { appointmentKinds, changeAppointment, everyAppointmentKind, planAppointment, useAppointmentMessage, type Appointment } from '../api/appointments';
import type { Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { SensitiveHints } from './SensitiveHints';

const schema = z.object({
  kind: choice.required(everyAppointmentKind),
  on: day.required(),
  at: time.required(),
  minutes: amount.required({ min: 5, max: 600 }),
  userId: text.required(40),
  place: text.optional(200),
  note: text.optional(1000),
  tellPerson: z.boolean(),
  tellPlace: z.boolean(),
});
type Input = z.input<typeof schema>;

/** A new appointment, or one to move. */
export function AppointmentDialog({ record, appointment, onClose }: { record: Case; appointment?: Appointment; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const me = useMe().data?.id;
  const day = today();
  const members = record.members.filter((member) => !member.toOn || member.toOn >= day);
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: {
      kind: appointment?.kind ?? 'interview',
      on: appointment?.on ?? '',
      at: appointment?.at ?? '',
      minutes: Number(appointment?.minutes ?? 45),
      userId: appointment?.userId ?? (members.some((member) => member.userId === me) ? me! : record.managerId),
      place: appointment?.place ?? '',
      note: appointment?.note ?? '',
      tellPerson: appointment?.tellPerson ?? false,
      tellPlace: appointment?.message?.tellPlace ?? false,
    },
    guard: false,
    version: appointment?.version,
    submit: async (values, version) => {
      if (appointment) await changeAppointment(record.id, appointment.id, version!, values);
      else await planAppointment(record.id, values);
    },
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      void queries.invalidateQueries({ queryKey: todayKey });
      toast.done(t(appointment ? 'appointments.changed' : 'appointments.planned'));
      onClose();
    },
  });
  return (
    <Dialog open title={t(appointment ? 'appointments.change' : 'appointments.plan')} onClose={onClose}>
      <Form form={form} submitLabel={t(appointment ? 'appointments.changeAction' : 'appointments.planAction')} onCancel={onClose}>
        <SelectField name="kind" label={t('appointments.kind')} required width="full" options={(appointment?.kind === 'group' ? everyAppointmentKind : appointmentKinds).map((value) => ({ value, label: t(`appointmentKind.${value}`) }))} />
        <FieldRow>
          <DateField name="on" label={t('appointments.on')} required />
          <TimeField name="at" label={t('appointments.at')} help={t('appointments.atHelp')} required width="short" />
          <NumberField name="minutes" label={t('appointments.howLong')} unit={t('appointments.minuteUnit')} required />
        </FieldRow>
        <SelectField name="userId" label={t('appointments.who')} help={t('appointments.whoHelp')} required width="full" options={members.map((member) => ({ value: member.userId, label: member.name ?? t('team.unknown') }))} />
        <TextField name="place" label={t('appointments.place')} autoComplete="off" />
        <TextArea name="note" label={t('appointments.note')} help={t('appointments.noteHelp')} rows={2} />
        <SensitiveHints name="note" />
        <TellPerson caseId={record.id} />
      </Form>
    </Dialog>
  );
}

/** Whether the person is told by mail, and what stands in the way today. */
function TellPerson({ caseId }: { caseId: string }) {
  const { t } = useTranslation('beneficiaries');
  const tell = useWatch({ name: 'tellPerson' }) as boolean;
  const possible = useAppointmentMessage(caseId).data;
  return (
    <>
      <CheckField name="tellPerson" label={t('appointments.tellPerson')} help={possible ? t('appointments.tellPersonHelp', { hours: possible.hours }) : undefined} />
      {tell && possible?.obstacle && (
        <p className="hint" role="status">
          {t('appointments.wouldNotLeave')} {t(`appointments.obstacle.${possible.obstacle}`)}
        </p>
      )}
      {tell && <CheckField name="tellPlace" label={t('appointments.tellPlace')} help={t('appointments.tellPlaceHelp')} />}
    </>
  );
}
