import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, Form, RadioGroup, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { useToast } from '../../../components/Toast';
import { longDate, today } from '../../../lib/format';
import { correctInternshipEnd, endInternship, readInternship, useRefresh, type Internship } from '../api/internships';
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

/** What was recorded, to be corrected. */
const recorded = (one: Internship): Input => ({
  endedOn: one.endedOn ?? '', outcome: one.outcome ?? '', contract: one.contract ?? '', hiredOn: one.hiredOn ?? '', reason: one.reason ?? '', cause: one.cause ?? '',
});

/** Records the end, or corrects what was recorded of it. */
export function EndDialog({ internship, onClose }: { internship: Internship; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: internship.endedOn ? recorded(internship) : { endedOn: internship.endsOn < today() ? internship.endsOn : today(), outcome: '', contract: '', hiredOn: '', reason: '', cause: '' },
    version: internship.version,
    submit: ({ contract, hiredOn, ...end }, version) => {
      const body = { ...end, contract: isHired(end.outcome) ? contract : null, hiredOn: isHired(end.outcome) ? hiredOn : null, cause: isInterrupted(end.outcome) ? end.cause : null };
      return internship.endedOn ? correctInternshipEnd(internship.id, version!, body) : endInternship(internship.id, body);
    },
    reload: async () => {
      const now = await readInternship(internship.id);
      return { values: recorded(now), version: now.version };
    },
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t(internship.endedOn ? 'end.corrected' : 'end.done'));
      onClose();
    },
  });
  return (
    <Dialog open wide title={t(internship.endedOn ? 'end.correctTitle' : 'end.title')} onClose={onClose}>
      <p>{t(internship.endedOn ? 'end.correctText' : 'end.text')}</p>
      <Form form={form} submitLabel={t(internship.endedOn ? 'end.correctAction' : 'end.action')} onCancel={onClose}>
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
