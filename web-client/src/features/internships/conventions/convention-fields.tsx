import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { DateField, day, FieldRow, text, TextArea, TextField } from '../../../components/form';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import { capital } from '../../../lib/capital';
import { daysFromToday } from '../../../lib/format';
import type { ConventionRecord, ConventionState } from '../api/conventions';

export const conventionStates = ['draft', 'sent', 'signed', 'expired'] as const;

export const conventionShape = {
  number: text.required(60),
  validFrom: day.required(),
  validTo: day.required(),
  inailPosition: text.optional(40),
  liabilityPolicy: text.optional(120),
  insurer: text.optional(120),
  liabilityUntil: day.optional(),
  note: text.optional(1000),
};

export const conventionSchema = z.object(conventionShape);
export type ConventionInput = z.input<typeof conventionSchema>;
export type ConventionOutput = z.output<typeof conventionSchema>;

export const conventionValues = (one: ConventionRecord): ConventionInput => ({
  number: one.number,
  validFrom: one.validFrom,
  validTo: one.validTo,
  inailPosition: one.inailPosition ?? '',
  liabilityPolicy: one.liabilityPolicy ?? '',
  insurer: one.insurer ?? '',
  liabilityUntil: one.liabilityUntil ?? '',
  note: one.note ?? '',
});

/** Insurance, which changes with the years, and notes. */
export function InsuranceFields() {
  const { t } = useTranslation('internships');
  return (
    <>
      <FieldRow>
        <TextField name="inailPosition" label={capital(t('paper.inail'))} maxLength={40} />
        <TextField name="liabilityPolicy" label={capital(t('paper.liability'))} maxLength={120} />
      </FieldRow>
      <FieldRow>
        <TextField name="insurer" label={t('conventions.insurer')} maxLength={120} />
        <DateField name="liabilityUntil" label={t('conventions.liabilityUntil')} />
      </FieldRow>
      <TextArea name="note" label={t('conventions.note')} rows={2} maxLength={1000} />
    </>
  );
}

const tones: Record<ConventionState, Tone> = { draft: 'neutral', sent: 'blue', signed: 'ok', expired: 'late' };

/** The state; of a signed one also when it ends, if that is near. */
export function ConventionChip({ row }: { row: { state: ConventionState; validFrom: string; validTo: string } }) {
  const { t } = useTranslation('internships');
  const left = daysFromToday(row.validTo);
  if (row.state === 'signed' && daysFromToday(row.validFrom) > 0) return <StatusChip tone="blue">{t('conventions.future')}</StatusChip>;
  if (row.state === 'signed' && left <= 60) return <StatusChip tone="warn">{t('conventions.expires', { count: left })}</StatusChip>;
  return <StatusChip tone={tones[row.state]}>{t(`conventions.state.${row.state}`)}</StatusChip>;
}
