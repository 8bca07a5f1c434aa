import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { todayKey } from '../../../api/today';
import { Dialog } from '../../../components/Dialog';
import { choice, Form, RadioGroup, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { shortDate } from '../../../lib/format';
import { appointmentReasons, recordOutcome, type Appointment } from '../api/appointments';
import { peopleKeys } from '../api/keys';
import { startOf } from './AppointmentsSection';
import type { Writing } from './EntryForm';

const outcomes = ['held', 'noShow', 'cancelled'] as const;
const schema = z
  .object({ outcome: choice.required(outcomes), reason: choice.optional(appointmentReasons), note: text.optional(1000) })
  .refine((values) => values.outcome === 'held' || !!values.reason, { path: ['reason'] });
type Input = z.input<typeof schema>;

/** How it went. What was held is told in the diary: the entry is begun at once. */
export function OutcomeDialog({ caseId, appointment, onClose, onTell }: { caseId: string; appointment: Appointment; onClose: () => void; onTell: (start: NonNullable<Writing['start']>) => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { outcome: '', reason: '', note: '' },
    guard: false,
    submit: (values) => recordOutcome(caseId, appointment.id, appointment.version, { ...values, reason: values.outcome === 'held' ? null : values.reason }),
    onDone: (_, values) => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      void queries.invalidateQueries({ queryKey: todayKey });
      toast.done(t('appointments.recorded'));
      onClose();
      if (values.outcome === 'held') onTell(startOf(appointment, t));
    },
  });
  return (
    <Dialog open title={t('appointments.outcomeTitle', { kind: t(`appointmentKind.${appointment.kind}`), when: `${shortDate(appointment.on)}, ${appointment.at}` })} onClose={onClose}>
      <Form form={form} submitLabel={t('appointments.recordAction')} onCancel={onClose} keptNote={false}>
        <RadioGroup name="outcome" label={t('appointments.outcome')} required options={outcomes.map((value) => ({ value, label: t(`appointmentState.${value}`), help: t(`appointments.outcomeHelp.${value}`) }))} />
        <Reason />
        <TextArea name="note" label={t('appointments.outcomeNote')} rows={2} />
      </Form>
    </Dialog>
  );
}

function Reason() {
  const { t } = useTranslation('beneficiaries');
  const outcome = useWatch<Input, 'outcome'>({ name: 'outcome' });
  if (outcome !== 'noShow' && outcome !== 'cancelled') return null;
  return <SelectField name="reason" label={t('appointments.reason')} required width="full" options={appointmentReasons.map((value) => ({ value, label: t(`appointmentReason.${value}`) }))} />;
}
