import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { choice, DateField, day, FieldRow, Form, RadioGroup, SelectField, text, TextArea, TextField, useApiForm } from '../../components/form';
import { isApiError } from '../../api/problem';
import { CheckField } from '../../components/form';
import { shortDate, today } from '../../lib/format';
import { channels, type Application, type ApplicationDraft, type Opening } from './api/applications';
import { useCvs } from './api/cvs';

const formats = ['pdf', 'docx'] as const;

const schema = z
  .object({
    employer: text.optional(200),
    reference: text.optional(200),
    duty: text.required(120),
    channel: choice.required(channels),
    email: text.optional(254),
    text: text.optional(4000),
    cvId: text.optional(40),
    attachAs: choice.required(formats),
    portal: text.optional(300),
    appliedOn: day.optional(),
    answerDueOn: day.optional(),
    note: text.optional(2000),
    again: z.boolean(),
  })
  .superRefine((values, context) => {
    const needed = values.channel === 'email' ? (['email', 'text', 'cvId'] as const) : (['appliedOn'] as const);
    for (const name of needed) if (!values[name]) context.addIssue({ code: 'custom', path: [name], input: '' });
  });
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

interface Props {
  pathId: string;
  opening?: Opening;
  kept?: Application;
  submit: (draft: ApplicationDraft, version: number | string | undefined) => Promise<string>;
  onDone: (id: string) => void;
  onCancel: () => void;
}

/** An application by mail to be prepared, or one that was made otherwise to be written down. */
export function ApplicationForm({ pathId, opening, kept, submit, onDone, onCancel }: Props) {
  const { t } = useTranslation('job-search');
  const cvs = useCvs(pathId).data?.items ?? [];
  const kind = kept?.opening ?? opening?.kind ?? 'other';
  const form = useApiForm<Input, Output, string>({
    schema,
    defaultValues: {
      employer: kept?.employer ?? '',
      reference: kept?.reference ?? '',
      duty: kept?.duty ?? opening?.title?.slice(0, 120) ?? '',
      channel: kept?.channel ?? (opening && (opening.doNotContact || (!opening.email && opening.url)) ? 'portal' : 'email'),
      email: kept?.email ?? opening?.email ?? '',
      text: kept?.text ?? t('form.letter'),
      cvId: kept?.cvId ?? cvs[0]?.id ?? '',
      attachAs: kept?.attachAs ?? 'pdf',
      portal: kept?.portal ?? opening?.url ?? '',
      appliedOn: today(),
      answerDueOn: '',
      note: kept?.note ?? '',
      again: false,
    },
    version: kept?.version,
    submit: (values, version) =>
      submit({ ...values, opening: kind, openingId: kind === 'other' ? null : (kept?.openingId ?? opening?.id ?? null), appliedOn: values.channel === 'email' ? null : values.appliedOn }, version),
    onDone,
  });
  const refused = isApiError(form.refusal) && (form.refusal.problem.code === 'job-application.already-sent' || form.refusal.problem.code === 'job-application.too-soon');
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t('form.go')} onCancel={onCancel}>
        {kind === 'other' && !kept && (
          <FieldRow>
            <TextField name="employer" label={t('form.employer')} required autoComplete="off" />
            <TextField name="reference" label={t('form.reference')} help={t('form.referenceHelp')} autoComplete="off" />
          </FieldRow>
        )}
        <TextField name="duty" label={t('form.duty')} help={t('form.dutyHelp')} required width="full" autoComplete="off" />
        {!kept && <RadioGroup name="channel" label={t('form.channel')} required options={channels.map((value) => ({ value, label: t(`channel.${value}`), help: t(`form.channelHelp.${value}`) }))} />}
        <ByChannel cvs={cvs} />
        <TextArea name="note" label={t('form.note')} help={t('form.noteHelp')} rows={2} />
        {refused && <CheckField name="again" label={t('form.again')} help={t('form.againHelp')} />}
      </Form>
    </div>
  );
}

function ByChannel({ cvs }: { cvs: { id: string; number: number | string; headline?: string | null; createdAt: string }[] }) {
  const { t } = useTranslation('job-search');
  const channel = useWatch<Input, 'channel'>({ name: 'channel' });
  const cv = (
    <SelectField
      name="cvId"
      label={t('form.cv')}
      required={channel === 'email'}
      help={cvs.length === 0 ? t('form.noCv') : undefined}
      options={cvs.map((one) => ({ value: one.id, label: [t('cv.version', { number: Number(one.number) }), one.headline, shortDate(one.createdAt)].filter(Boolean).join(' · ') }))}
    />
  );
  if (channel === 'email') {
    return (
      <>
        <TextField name="email" label={t('form.email')} type="email" required autoComplete="off" />
        <TextArea name="text" label={t('form.text')} help={t('form.textHelp')} required rows={8} />
        <FieldRow>
          {cv}
          <SelectField name="attachAs" label={t('form.attachAs')} required options={formats.map((value) => ({ value, label: value.toUpperCase() }))} />
        </FieldRow>
      </>
    );
  }
  return (
    <>
      {channel === 'portal' && <TextField name="portal" label={t('form.portal')} help={t('form.portalHelp')} width="full" autoComplete="off" />}
      {cv}
      <FieldRow>
        <DateField name="appliedOn" label={t('form.appliedOn')} required max={today()} />
        <DateField name="answerDueOn" label={t('form.answerDueOn')} help={t('form.answerDueHelp')} />
      </FieldRow>
    </>
  );
}
