import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod';
import { todayKey } from '../../../api/today';
import { Dialog } from '../../../components/Dialog';
import { CheckField, choice, DateField, day, Form, RadioGroup, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { shortDate, today } from '../../../lib/format';
import { usePossibleMembers, type Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import {
  changeOutcome, followUpOutcomes, recordFollowUp, reopenCase, reopeningReasons, situations, transferCase, transferReasons, type Closure, type FollowUp,
} from '../api/outcomes';
import { OutcomeFields } from './OutcomeFields';
import { demandFields, outcomeSchema, sent, startValues, type OutcomeInput, type OutcomeOutput } from './outcome-form';

/** What every dialog does when it has been sent. */
function useDone(onClose: () => void) {
  const queries = useQueryClient();
  const toast = useToast();
  return (text: string) => {
    void queries.invalidateQueries({ queryKey: peopleKeys.all });
    void queries.invalidateQueries({ queryKey: todayKey });
    toast.done(text);
    onClose();
  };
}

const changing = outcomeSchema.superRefine(demandFields);

export function ChangeOutcomeDialog({ record, closure, onClose }: { record: Case; closure: Closure; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const done = useDone(onClose);
  const form = useApiForm<OutcomeInput, OutcomeOutput>({
    schema: changing,
    defaultValues: startValues(closure, record.closingNote),
    guard: false,
    submit: (values) => changeOutcome(record.id, closure.version, sent(values)),
    onDone: () => done(t('saved')),
  });
  return (
    <Dialog open title={t('outcomes.changeTitle', { name: record.displayName })} onClose={onClose}>
      <Form form={form} submitLabel={t('outcomes.save')} onCancel={onClose} keptNote={false}>
        <OutcomeFields />
      </Form>
    </Dialog>
  );
}

const reopening = z.object({ reopenedOn: day.required(), reason: choice.required(reopeningReasons), note: text.optional(4000) });

export function ReopenDialog({ record, name, onClose }: { record: Case; name: string; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const done = useDone(onClose);
  const form = useApiForm<z.input<typeof reopening>, z.output<typeof reopening>>({
    schema: reopening,
    defaultValues: { reopenedOn: today(), reason: '', note: '' },
    guard: false,
    submit: (values) => reopenCase(record.id, values),
    onDone: () => done(t('reopen.done')),
  });
  return (
    <Dialog open title={t('reopen.title', { name })} onClose={onClose}>
      <p>{t('reopen.text')}</p>
      <Form form={form} submitLabel={t('reopen.action')} onCancel={onClose} keptNote={false}>
        <SelectField name="reason" label={t('case.reason')} required width="full" options={reopeningReasons.map((value) => ({ value, label: t(`reopeningReason.${value}`) }))} />
        <DateField name="reopenedOn" label={t('reopen.on')} required max={today()} />
        <TextArea name="note" label={t('reopen.note')} help={t('closeCase.noteHelp')} rows={3} />
      </Form>
    </Dialog>
  );
}

const transferring = z.object({ userId: text.required(40), reason: choice.required(transferReasons), leaves: z.boolean(), note: text.optional(4000) });

export function TransferDialog({ record, name, onClose }: { record: Case; name: string; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const done = useDone(onClose);
  const colleagues = usePossibleMembers(record).filter((one) => one.id !== record.managerId);
  const form = useApiForm<z.input<typeof transferring>, z.output<typeof transferring>>({
    schema: transferring,
    defaultValues: { userId: '', reason: '', leaves: true, note: '' },
    guard: false,
    submit: (values) => transferCase(record.id, values),
    onDone: () => done(t('transfer.done')),
  });
  return (
    <Dialog open title={t('transfer.title', { name })} onClose={onClose}>
      <p>{t('transfer.text')}</p>
      <Form form={form} submitLabel={t('transfer.action')} onCancel={onClose} keptNote={false}>
        <SelectField name="userId" label={t('transfer.to')} required width="full" options={colleagues.map((one) => ({ value: one.id, label: one.displayName }))} />
        <SelectField name="reason" label={t('case.reason')} required width="full" options={transferReasons.map((value) => ({ value, label: t(`transferReason.${value}`) }))} />
        <TextArea name="note" label={t('transfer.note')} help={t('transfer.noteHelp')} rows={3} />
        <CheckField name="leaves" label={t('transfer.leaves', { name: record.managerName ?? '' })} help={t('transfer.leavesHelp')} />
      </Form>
    </Dialog>
  );
}

const hearing = z
  .object({
    outcome: choice.required(followUpOutcomes),
    contactedOn: day.required(),
    situation: choice.optional(situations),
    improved: z.boolean(),
    nextTryOn: day.optional(),
    note: text.optional(2000),
  })
  .refine((values) => values.outcome !== 'reached' || !!values.situation, { path: ['situation'] });
type Hearing = z.input<typeof hearing>;

export function FollowUpDialog({ caseId, followUp, onClose }: { caseId: string; followUp: FollowUp; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const done = useDone(onClose);
  const form = useApiForm<Hearing, z.output<typeof hearing>>({
    schema: hearing,
    defaultValues: { outcome: '', contactedOn: today(), situation: '', improved: false, nextTryOn: '', note: '' },
    guard: false,
    submit: ({ situation, improved, nextTryOn, ...values }) =>
      recordFollowUp(caseId, followUp.id, followUp.version, {
        ...values,
        situation: values.outcome === 'reached' ? situation : null,
        improved: values.outcome === 'reached' ? improved : null,
        nextTryOn: values.outcome === 'noAnswer' ? nextTryOn : null,
      }),
    onDone: () => done(t('followUps.recorded')),
  });
  return (
    <Dialog open title={t('followUps.title', { kind: t(`followUpKind.${followUp.kind}`), day: shortDate(followUp.dueOn) })} onClose={onClose}>
      <Form form={form} submitLabel={t('followUps.action')} onCancel={onClose} keptNote={false}>
        <RadioGroup name="outcome" label={t('followUps.outcome')} required options={followUpOutcomes.map((value) => ({ value, label: t(`followUpOutcome.${value}`), help: t(`followUps.help.${value}`) }))} />
        <Heard />
        <DateField name="contactedOn" label={t('followUps.contactedOn')} required max={today()} />
        <TextArea name="note" label={t('followUps.note')} help={t('closeCase.noteHelp')} rows={3} />
      </Form>
    </Dialog>
  );
}

function Heard() {
  const { t } = useTranslation('beneficiaries');
  const outcome = useWatch<Hearing, 'outcome'>({ name: 'outcome' });
  if (outcome === 'noAnswer') return <DateField name="nextTryOn" label={t('followUps.nextTryOn')} help={t('followUps.nextTryHelp')} />;
  if (outcome !== 'reached') return null;
  return (
    <>
      <SelectField name="situation" label={t('followUps.situation')} required width="full" options={situations.map((value) => ({ value, label: t(`situation.${value}`) }))} />
      <CheckField name="improved" label={t('followUps.improved')} help={t('followUps.improvedHelp')} />
    </>
  );
}
