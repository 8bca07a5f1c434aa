import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Dialog } from '../../../components/Dialog';
import { amount, choice, DateField, day, FieldRow, Form, NumberField, RadioGroup, SelectField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { useToast } from '../../../components/Toast';
import { capital } from '../../../lib/capital';
import { longDate, today } from '../../../lib/format';
import {
  amendInternship, extendInternship, readInternship, recordCessationCommunication, recordExtensionCommunication, resumeInternship, suspendInternship, takeBackFromSigning, useExtensionCheck, useRefresh, useSuspensionPreview, type CheckedRule,
  type ExtensionToCheck, type Internship,
} from '../api/internships';
import { useTutors } from '../api/options';
import { changeDueOn } from '../communication';
import { RuleList } from '../RuleList';
import { signingWithdrawals, suspensionReasons, ToVerify } from '../words';
import { weekOf, weekSchema } from '../week-hours';
import { SetAsideDialog } from './SetAsideDialog';
import { WeekHoursField } from '../WeekHoursField';

interface Props {
  internship: Internship;
  onClose: () => void;
}

function useDone(onClose: () => void) {
  const toast = useToast();
  const refresh = useRefresh();
  return (words: string) => async () => {
    await refresh();
    toast.done(words);
    onClose();
  };
}

/** After a 412 what was typed stays and is sent with the version that holds now. */
const again = <Values extends object>(internship: Internship, values: () => Values) => async () => ({ values: values(), version: (await readInternship(internship.id)).version });

const backSchema = z.object({ reason: choice.required(signingWithdrawals) });

export function SigningBackDialog({ internship, onClose }: Props) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const defaultValues: z.input<typeof backSchema> = { reason: '' };
  const form = useApiForm<z.input<typeof backSchema>, z.output<typeof backSchema>>({
    schema: backSchema,
    defaultValues,
    version: internship.version,
    submit: (back, version) => takeBackFromSigning(internship.id, version!, back),
    reload: again(internship, () => defaultValues),
    guard: false,
    onDone: done(t('signing.backDone')),
  });
  return (
    <Dialog open title={t('signing.back')} onClose={onClose}>
      <p>{t('signing.backText')}</p>
      <Form form={form} submitLabel={t('signing.back')} onCancel={onClose}>
        <RadioGroup name="reason" label={t('causeLabel')} required options={signingWithdrawals.map((value) => ({ value, label: t(`signing.reason.${value}`) }))} />
      </Form>
    </Dialog>
  );
}

const suspensionSchema = z.object({ reason: choice.required(suspensionReasons), fromOn: day.required(), toOn: day.optional(), note: text.optional(1000) });

/** What the days that are being written would do to the end, before they are saved. */
function SuspensionEffect({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  const { reason, fromOn, toOn } = useWatch() as z.input<typeof suspensionSchema>;
  const preview = useSuspensionPreview(internship.id, reason && fromOn && toOn ? { reason, fromOn, toOn, note: null } : null);
  const { data } = preview;
  const blocks = data?.blocks ?? [];
  return (
    <div aria-live="polite">
      {data && !preview.error && data.endsOn !== internship.endsOn && (
        <Notice tone={blocks.length > 0 ? 'warn' : 'blue'} title={t('suspension.moves', { on: longDate(data.endsOn) })}>
          {blocks.length > 0 && (
            <>
              <p>{t('suspension.thenBlocks')}</p>
              <RuleList rules={blocks} />
            </>
          )}
        </Notice>
      )}
    </div>
  );
}

export function SuspendDialog({ internship, onClose }: Props) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const defaultValues: z.input<typeof suspensionSchema> = { reason: '', fromOn: today(), toOn: '', note: '' };
  const form = useApiForm<z.input<typeof suspensionSchema>, z.output<typeof suspensionSchema>>({
    schema: suspensionSchema,
    defaultValues,
    version: internship.version,
    submit: (suspension, version) => suspendInternship(internship.id, version!, suspension),
    reload: again(internship, () => defaultValues),
    guard: false,
    onDone: done(t('suspension.done')),
  });
  return (
    <Dialog open wide title={t('suspension.title')} onClose={onClose}>
      <p>{t('suspension.text')}</p>
      <Form form={form} submitLabel={t('suspension.action')} onCancel={onClose}>
        <SelectField name="reason" label={t('causeLabel')} required options={suspensionReasons.map((value) => ({ value, label: t(`suspension.reason.${value}`) }))} />
        <FieldRow>
          <DateField name="fromOn" label={t('suspension.fromOn')} required />
          <DateField name="toOn" label={t('suspension.toOn')} help={t('suspension.toOnHelp')} />
        </FieldRow>
        <SuspensionEffect internship={internship} />
        <TextArea name="note" label={t('suspension.note')} help={t('suspension.noteHelp')} rows={2} maxLength={1000} />
      </Form>
    </Dialog>
  );
}

const resumptionSchema = z.object({ toOn: day.required() });

export function ResumeDialog({ internship, suspension, onClose }: Props & { suspension: Internship['suspensions'][number] }) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const defaultValues: z.input<typeof resumptionSchema> = { toOn: suspension.toOn ?? today() };
  const form = useApiForm<z.input<typeof resumptionSchema>, z.output<typeof resumptionSchema>>({
    schema: resumptionSchema,
    defaultValues,
    version: internship.version,
    // The day is judged against the first one: what is wrong with it is said here.
    serverNames: { fromOn: 'toOn' },
    submit: ({ toOn }, version) => resumeInternship(internship.id, suspension.id, version!, toOn),
    reload: again(internship, () => defaultValues),
    guard: false,
    onDone: done(t('suspension.resumed')),
  });
  return (
    <Dialog open title={t('suspension.resume')} onClose={onClose}>
      <p>{t('suspension.resumeText', { from: longDate(suspension.fromOn) })}</p>
      <Form form={form} submitLabel={t('suspension.resume')} onCancel={onClose}>
        <DateField name="toOn" label={t('suspension.toOn')} required />
      </Form>
    </Dialog>
  );
}

const extensionSchema = z.object({ endsOn: day.required(), reason: text.required(2000), attestedBy: text.optional(160), attestedOn: day.optional() });

/** Which rules say no to the day that is being written: whoever may sets them aside here, the others know whom to ask. */
function ExtensionEffect({ internship, onSetAside }: { internship: Internship; onSetAside: (rule: CheckedRule, extension: ExtensionToCheck) => void }) {
  const { t } = useTranslation('internships');
  const mayOverride = useRight('internships:override');
  const { endsOn, attestedBy, attestedOn } = useWatch() as z.input<typeof extensionSchema>;
  const extension = endsOn && endsOn > internship.endsOn ? { endsOn, attestedBy: attestedBy || null, attestedOn: attestedOn || null } : null;
  const check = useExtensionCheck(internship.id, extension);
  const blocks = (extension && !check.error && check.data?.blocks) || [];
  const left = blocks.filter((rule) => !rule.setAside);
  return (
    <div aria-live="polite">
      {blocks.length > 0 && (
        <Notice tone={left.length > 0 ? 'warn' : 'blue'} title={t(left.length > 0 ? 'extension.blocked' : 'extension.allSetAside')}>
          {!mayOverride && left.some((rule) => rule.mayBeSetAside) && <p>{t('extension.askCoordinator')}</p>}
          <RuleList rules={blocks} setAside={mayOverride ? (rule) => onSetAside(rule, extension!) : undefined} />
        </Notice>
      )}
    </div>
  );
}

export function ExtendDialog({ internship, onClose }: Props) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const [aside, setAside] = useState<{ rule: CheckedRule; extension: ExtensionToCheck } | null>(null);
  const defaultValues: z.input<typeof extensionSchema> = { endsOn: '', reason: '', attestedBy: '', attestedOn: '' };
  const form = useApiForm<z.input<typeof extensionSchema>, z.output<typeof extensionSchema>>({
    schema: extensionSchema,
    defaultValues,
    version: internship.version,
    submit: (extension, version) => extendInternship(internship.id, version!, extension),
    reload: again(internship, () => defaultValues),
    guard: false,
    onDone: done(t('extension.done')),
  });
  return (
    <>
      <Dialog open wide title={t('extension.title')} onClose={onClose}>
        <p>{t('extension.text', { on: longDate(internship.endsOn), due: longDate(changeDueOn(internship.hostType, internship.endsOn)) })}</p>
        <Form form={form} submitLabel={t('extension.action')} onCancel={onClose}>
          <DateField name="endsOn" label={t('extension.endsOn')} required />
          <ExtensionEffect internship={internship} onSetAside={(rule, extension) => setAside({ rule, extension })} />
          <TextArea name="reason" label={t('reason')} required rows={3} maxLength={2000} />
          <FieldRow>
            <TextField name="attestedBy" label={t('documents.attestedBy')} help={t('documents.attestedHelp')} maxLength={160} />
            <DateField name="attestedOn" label={t('documents.attestedOn')} />
          </FieldRow>
        </Form>
      </Dialog>
      {aside && <SetAsideDialog internship={internship} rule={aside.rule} extension={aside.extension} onClose={() => setAside(null)} />}
    </>
  );
}

const communicationSchema = z.object({ communicationProtocol: text.required(60), communicationSentOn: day.required() });

/** The receipt of a communication that follows the start, beside the way to what it asks. */
function ReceiptDialog({ internship, title, dueOn, of, receipt, submit, onClose }: Props & { title: string; dueOn: string; of: string; receipt: Receipt; submit: (receipt: z.output<typeof communicationSchema>, version: number | string) => Promise<unknown> }) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const defaultValues: z.input<typeof communicationSchema> = { communicationProtocol: receipt.protocol ?? '', communicationSentOn: receipt.sentOn ?? today() };
  const form = useApiForm<z.input<typeof communicationSchema>, z.output<typeof communicationSchema>>({
    schema: communicationSchema,
    defaultValues,
    version: internship.version,
    submit: (communication, version) => submit(communication, version!),
    reload: again(internship, () => defaultValues),
    guard: false,
    onDone: done(t('extension.communicated')),
  });
  return (
    <Dialog open title={title} onClose={onClose}>
      <p>
        {capital(t('documents.dueBy', { on: longDate(dueOn) }))} <ToVerify />
      </p>
      <p>
        <Link to={`/internships/${internship.id}/communication?of=${of}`}>{t('sheet.goTo')}</Link>
      </p>
      <Form form={form} submitLabel={t('documents.communicationAction')} onCancel={onClose}>
        <TextField name="communicationProtocol" label={t('documents.protocol')} required maxLength={60} />
        <DateField name="communicationSentOn" label={t('documents.sentOn')} required />
      </Form>
    </Dialog>
  );
}

interface Receipt {
  protocol: string | null | undefined;
  sentOn: string | null | undefined;
}

export function ExtensionCommunicationDialog({ internship, extension, onClose }: Props & { extension: Internship['extensions'][number] }) {
  const { t } = useTranslation('internships');
  return (
    <ReceiptDialog
      internship={internship}
      title={t('nextStep.communicateExtension')}
      dueOn={extension.communicationDueOn}
      of={`extension&extensionId=${extension.id}`}
      receipt={{ protocol: extension.communicationProtocol, sentOn: extension.communicationSentOn }}
      submit={(communication) => recordExtensionCommunication(internship.id, extension.id, communication)}
      onClose={onClose}
    />
  );
}

export function CessationCommunicationDialog({ internship, onClose }: Props) {
  const { t } = useTranslation('internships');
  const { cessation } = internship;
  if (!cessation) return null;
  return (
    <ReceiptDialog
      internship={internship}
      title={t('nextStep.communicateCessation')}
      dueOn={cessation.dueOn}
      of="cessation"
      receipt={cessation}
      submit={(communication, version) => recordCessationCommunication(internship.id, version, communication)}
      onClose={onClose}
    />
  );
}

const amendmentSchema = z.object({
  effectiveOn: day.required(), weeklyHours: amount.required({ min: 1, max: 60 }), hours: weekSchema, workplace: text.optional(200), hostTutor: text.required(120), caseManager: text.optional(160), promoterTutorId: text.required(60), reason: text.required(2000),
});

function AmendedHours() {
  const { t } = useTranslation('internships');
  const { setValue } = useFormContext();
  return <WeekHoursField name="hours" label={t('hoursField.label')} help={t('hoursField.help')} onHours={(weekly) => setValue('weeklyHours', weekly, { shouldDirty: true, shouldValidate: true })} />;
}

export function AmendDialog({ internship, onClose }: Props) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const tutors = useTutors().data;
  const asksManager = internship.kind === 'socialInclusion';
  const defaultValues: z.input<typeof amendmentSchema> = {
    effectiveOn: today(), weeklyHours: internship.weeklyHours, hours: weekOf(internship.hours), workplace: internship.workplace ?? '', hostTutor: internship.hostTutor, caseManager: internship.caseManager ?? '', promoterTutorId: internship.promoterTutorId, reason: '',
  };
  const form = useApiForm<z.input<typeof amendmentSchema>, z.output<typeof amendmentSchema>>({
    schema: amendmentSchema,
    defaultValues,
    version: internship.version,
    // Where nobody asks who follows the case it stays as it is.
    submit: (amendment, version) => amendInternship(internship.id, version!, { ...amendment, caseManager: asksManager ? (amendment.caseManager ?? '') : null }),
    reload: again(internship, () => defaultValues),
    guard: false,
    onDone: done(t('amendment.done')),
  });
  return (
    <Dialog open wide title={t('amendment.title')} onClose={onClose}>
      <p>{t('amendment.text')}</p>
      <Form form={form} submitLabel={t('amendment.save')} onCancel={onClose}>
        <FieldRow>
          <DateField name="effectiveOn" label={t('amendment.effectiveOn')} help={t('amendment.effectiveHelp')} required />
          <NumberField name="weeklyHours" label={t('weeklyHours')} unit={t('hours')} decimals={2} required />
        </FieldRow>
        <AmendedHours />
        <TextField name="workplace" label={t('workplace')} maxLength={200} />
        <TextField name="hostTutor" label={t('hostTutor')} required maxLength={120} autoComplete="off" />
        {asksManager && <TextField name="caseManager" label={t('caseManager')} help={t('form.caseManagerHelp')} maxLength={160} autoComplete="off" />}
        {tutors && <SelectField name="promoterTutorId" label={t('promoterTutor')} required options={tutors.map((tutor) => ({ value: tutor.id, label: tutor.displayName }))} />}
        <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
      </Form>
    </Dialog>
  );
}
