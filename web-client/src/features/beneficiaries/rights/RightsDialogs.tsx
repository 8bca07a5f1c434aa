import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, FieldRow, Form, SelectField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import type { Person } from '../api/person';
import { usePersonDocuments } from '../api/person-file';
import { consentProofs, consentPurposes, giveConsent, markKinds, setMark } from '../api/rights';

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
  .object({ kind: choice.required(markKinds), fromOn: day.required(), untilOn: day.optional(), note: text.optional(1000) })
  .refine((values) => values.kind !== 'hold' || !!values.untilOn, { path: ['untilOn'] });
type MarkInput = z.input<typeof mark>;

export function MarkDialog({ person, onClose, onDone }: Props) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const form = useApiForm<MarkInput, z.output<typeof mark>>({
    schema: mark,
    defaultValues: { kind: '', fromOn: today(), untilOn: '', note: '' },
    guard: false,
    submit: (values) => setMark(person.id, values),
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
        <FieldRow>
          <DateField name="fromOn" label={t('team.from')} required max={today()} />
          <DateField name="untilOn" label={t('team.to')} />
        </FieldRow>
        <TextArea name="note" label={t('rights.note')} help={t('closeCase.noteHelp')} rows={2} />
      </Form>
    </Dialog>
  );
}
