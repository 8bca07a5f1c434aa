import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, FieldRow, Form, SelectField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import type { Person } from '../api/person';
import { usePersonDocuments } from '../api/person-file';
import { consentProofs, consentPurposes, giveConsent, markKinds, objectionScopes, setMark } from '../api/rights';

interface Props {
  person: Person;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

const consent = z
  .object({ purpose: choice.required(consentPurposes), textVersion: text.required(40), givenOn: day.required(), proof: choice.required(consentProofs), documentId: text.optional(40), note: text.optional(1000) })
  .superRefine((values, context) => {
    if (values.proof === 'document' && !values.documentId) context.addIssue({ code: 'custom', path: ['documentId'], input: '' });
    if (values.proof === 'oral' && !values.note) context.addIssue({ code: 'custom', path: ['note'], input: '' });
  });
type ConsentInput = z.input<typeof consent>;

export function ConsentDialog({ person, onClose, onDone }: Props) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const form = useApiForm<ConsentInput, z.output<typeof consent>>({
    schema: consent,
    defaultValues: { purpose: '', textVersion: '', givenOn: today(), proof: '', documentId: '', note: '' },
    guard: false,
    submit: (values) => giveConsent(person.id, { ...values, documentId: values.proof === 'document' ? values.documentId : null }),
    onDone: () => {
      void onDone();
      toast.done(t('rights.consentDone'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('rights.consentTitle', { name: `${person.name} ${person.surname}` })} onClose={onClose}>
      <Form form={form} submitLabel={t('rights.consentAction')} onCancel={onClose} keptNote={false}>
        <SelectField name="purpose" label={t('rights.purpose')} required width="full" options={consentPurposes.map((value) => ({ value, label: t(`consentPurpose.${value}`) }))} />
        <FieldRow>
          <TextField name="textVersion" label={t('rights.version')} help={t('rights.versionHelp')} required />
          <DateField name="givenOn" label={t('rights.on')} required max={today()} />
        </FieldRow>
        <SelectField name="proof" label={t('rights.proof')} required width="full" options={consentProofs.map((value) => ({ value, label: t(`consentProof.${value}`) }))} />
        <Proof personId={person.id} />
      </Form>
    </Dialog>
  );
}

function Proof({ personId }: { personId: string }) {
  const { t } = useTranslation('beneficiaries');
  const proof = useWatch<ConsentInput, 'proof'>({ name: 'proof' });
  const documents = usePersonDocuments(personId, proof === 'document').data?.items ?? [];
  return (
    <>
      {proof === 'document' && <SelectField name="documentId" label={t('rights.document')} help={t('rights.documentHelp')} required width="full" options={documents.map((one) => ({ value: one.id, label: one.title }))} />}
      <TextArea name="note" label={proof === 'oral' ? t('rights.witness') : t('rights.note')} required={proof === 'oral'} rows={2} />
    </>
  );
}

const mark = z
  .object({ kind: choice.required(markKinds), scope: choice.optional(objectionScopes), fromOn: day.required(), untilOn: day.optional(), note: text.optional(1000) })
  .superRefine((values, context) => {
    if (values.kind === 'hold' && !values.untilOn) context.addIssue({ code: 'custom', path: ['untilOn'], input: '' });
    if (values.kind === 'objection' && !values.scope) context.addIssue({ code: 'custom', path: ['scope'], input: '' });
    if (values.kind === 'objection' && values.scope === 'other' && !values.note) context.addIssue({ code: 'custom', path: ['note'], input: '' });
  });
type MarkInput = z.input<typeof mark>;

export function MarkDialog({ person, onClose, onDone }: Props) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const form = useApiForm<MarkInput, z.output<typeof mark>>({
    schema: mark,
    defaultValues: { kind: '', scope: '', fromOn: today(), untilOn: '', note: '' },
    guard: false,
    submit: (values) => setMark(person.id, { ...values, scope: values.kind === 'objection' ? values.scope : null }),
    onDone: () => {
      void onDone();
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('rights.markTitle', { name: `${person.name} ${person.surname}` })} onClose={onClose}>
      <Form form={form} submitLabel={t('rights.markAction')} onCancel={onClose} keptNote={false}>
        <SelectField name="kind" label={t('rights.markKind')} required width="full" options={markKinds.map((value) => ({ value, label: t(`markKind.${value}`) }))} />
        <Scope />
        <FieldRow>
          <DateField name="fromOn" label={t('team.from')} required max={today()} />
          <DateField name="untilOn" label={t('team.to')} />
        </FieldRow>
        <MarkNote />
      </Form>
    </Dialog>
  );
}

/** Asked of an objection only. */
function Scope() {
  const { t } = useTranslation('beneficiaries');
  const kind = useWatch<MarkInput, 'kind'>({ name: 'kind' });
  if (kind !== 'objection') return null;
  return <SelectField name="scope" label={t('rights.scope')} help={t('rights.scopeHelp')} required width="full" options={objectionScopes.map((value) => ({ value, label: t(`objectionScope.${value}`) }))} />;
}

/** What an objection to something else is to is written in words. */
function MarkNote() {
  const { t } = useTranslation('beneficiaries');
  const [kind, scope] = useWatch<MarkInput, ['kind', 'scope']>({ name: ['kind', 'scope'] });
  const inWords = kind === 'objection' && scope === 'other';
  return <TextArea name="note" label={inWords ? t('rights.scopeInWords') : t('rights.note')} help={t('closeCase.noteHelp')} required={inWords} rows={2} />;
}
