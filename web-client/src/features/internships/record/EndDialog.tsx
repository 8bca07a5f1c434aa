import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, Form, RadioGroup, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { useToast } from '../../../components/Toast';
import { longDate, today } from '../../../lib/format';
import { endInternship, useRefresh, type Internship } from '../api/internships';
import { causes, contracts, outcomes, outcomesOn } from '../words';

const schema = z.object({
  endedOn: day.required(),
  outcome: choice.required(outcomes),
  contract: choice.optional(contracts),
  hiredOn: day.optional(),
  reason: text.optional(2000),
  cause: choice.optional(causes),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const isHired = (outcome: string) => outcome === 'hiredByHost' || outcome === 'otherJob';

const isInterrupted = (outcome: string) => outcome.startsWith('interruptedBy');

export function EndDialog({ internship, onClose }: { internship: Internship; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: { endedOn: internship.endsOn < today() ? internship.endsOn : today(), outcome: '', contract: '', hiredOn: '', reason: '', cause: '' },
    submit: ({ contract, hiredOn, ...end }) => endInternship(internship.id, { ...end, contract: isHired(end.outcome) ? contract : null, hiredOn: isHired(end.outcome) ? hiredOn : null, cause: isInterrupted(end.outcome) ? end.cause : null }),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('end.done'));
      onClose();
    },
  });
  return (
    <Dialog open wide title={t('end.title')} onClose={onClose}>
      <p>{t('end.text')}</p>
      <Form form={form} submitLabel={t('end.action')} onCancel={onClose}>
        <DateField name="endedOn" label={t('end.endedOn')} required />
        <EarlyEnd internship={internship} />
        <OutcomeField endsOn={internship.endsOn} />
        <Job />
        <Cause />
        <TextArea name="reason" label={t('reason')} help={t('end.reasonHelp')} rows={3} maxLength={2000} />
      </Form>
    </Dialog>
  );
}

/** Only the outcomes that the day allows: who stops before the last day did not complete it, who reached it was not interrupted. */
function OutcomeField({ endsOn }: { endsOn: string }) {
  const { t } = useTranslation('internships');
  const { setValue } = useFormContext<Input>();
  const [endedOn, outcome] = useWatch<Input, ['endedOn', 'outcome']>({ name: ['endedOn', 'outcome'] });
  const fits = outcomesOn(endedOn, endsOn);
  const isLost = !!outcome && !fits.includes(outcome);
  useEffect(() => {
    if (isLost) setValue('outcome', '', { shouldDirty: true });
  }, [isLost, setValue]);
  return <RadioGroup name="outcome" label={t('end.outcome')} required options={fits.map((value) => ({ value, label: t(`outcome.${value}`) }))} />;
}

/** An end before its day has its own communication: said while the day is being written. */
function EarlyEnd({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  const endedOn = useWatch({ name: 'endedOn' }) as string;
  return <div aria-live="polite">{endedOn && endedOn < internship.endsOn && <Notice tone="warn">{t('end.early', { on: longDate(internship.endsOn) })}</Notice>}</div>;
}

function Job() {
  const { t } = useTranslation('internships');
  const outcome = useWatch({ name: 'outcome' }) as string;
  if (!isHired(outcome)) return null;
  return (
    <>
      <SelectField name="contract" label={t('end.contract')} required options={contracts.map((value) => ({ value, label: t(`contract.${value}`) }))} />
      <DateField name="hiredOn" label={t('end.hiredOn')} required />
    </>
  );
}

/** Of an interruption also why, in a word that can be counted. */
function Cause() {
  const { t } = useTranslation('internships');
  const outcome = useWatch({ name: 'outcome' }) as string;
  return isInterrupted(outcome) ? <SelectField name="cause" label={t('causeLabel')} options={causes.map((value) => ({ value, label: t(`cause.${value}`) }))} /> : null;
}
