import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { DocumentFileField } from '../../../components/documents';
import { CheckField, CheckGroup, DateField, day, file, Form, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { useMe } from '../../../api/session';
import { dayOf, today } from '../../../lib/format';
import { teamOn, type Case } from '../api/case';
import { askSignatures, closePlan, reviewPlan, signForPerson, uploadSignedPlan, type Plan } from '../api/plans';

interface DialogProps {
  plan: Plan;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** What every dialog does once it is done. */
function useAfter({ onClose, onDone }: DialogProps, done: string) {
  const toast = useToast();
  return () => {
    toast.done(done);
    onClose();
    void onDone();
  };
}

const signersSchema = z.object({ signerIds: z.array(z.string()).min(1) });

/** Who signs for the équipe, besides the person. */
export function SignersDialog({ record, ...props }: DialogProps & { record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const me = useMe().data?.id;
  const members = teamOn(record, today());
  const form = useApiForm<z.input<typeof signersSchema>, z.output<typeof signersSchema>>({
    schema: signersSchema,
    defaultValues: { signerIds: members.filter((one) => one.id === me || one.id === record.managerId).map((one) => one.id) },
    guard: false,
    submit: (values) => askSignatures(props.plan.caseId, props.plan.id, props.plan.version, values.signerIds),
    onDone: useAfter(props, t('plans.asked')),
  });
  return (
    <Dialog open title={t('plans.ask')} onClose={props.onClose}>
      <p>{t('plans.askText')}</p>
      <Form form={form} submitLabel={t('plans.ask')} onCancel={props.onClose} keptNote={false}>
        <CheckGroup name="signerIds" label={t('plans.signers')} required options={members.map((one) => ({ value: one.id, label: one.name ?? t('team.unknown'), help: one.outside ? `${t(`role.${one.role}`)} · ${one.body} · ${t('team.signsHere')}` : t(`role.${one.role}`) }))} />
      </Form>
    </Dialog>
  );
}

const personSchema = z.object({ typedName: text.required(200), confirmed: z.boolean().refine((value) => value) });

/** A professional without an account, asked to sign; without one it is the person. */
export interface OutsideSigner {
  id: string;
  name: string;
}

/** The person, or a professional without an account, at the operator's screen. */
export function PersonSignatureDialog({ signer, ...props }: DialogProps & { signer?: OutsideSigner }) {
  const { t } = useTranslation('beneficiaries');
  const form = useApiForm<z.input<typeof personSchema>, z.output<typeof personSchema>>({
    schema: personSchema,
    defaultValues: { typedName: '', confirmed: false },
    guard: false,
    submit: (values) => signForPerson(props.plan.caseId, props.plan.id, props.plan.version, { ...values, signerId: signer?.id ?? null }),
    onDone: useAfter(props, signer ? t('plans.signed') : t('plans.personHasSigned')),
  });
  return (
    <Dialog open title={signer ? t('plans.memberSigns', { name: signer.name }) : t('plans.personSigns')} onClose={props.onClose}>
      <p>{signer ? t('plans.memberSignsText') : t('plans.personSignsText')}</p>
      <Form form={form} submitLabel={t('plans.personConfirms')} onCancel={props.onClose} keptNote={false}>
        <CheckField name="confirmed" label={t('plans.confirmed')} required />
        <TextField name="typedName" label={t('plans.typedName')} help={signer ? t('plans.memberNameHelp', { name: signer.name }) : t('plans.typedNameHelp', { name: props.plan.displayName })} required autoComplete="off" />
      </Form>
    </Dialog>
  );
}

const wetSchema = z.object({ file: file.required(), signedOn: day.required() });

export function WetSignatureDialog({ signer, ...props }: DialogProps & { signer?: OutsideSigner }) {
  const { t } = useTranslation('beneficiaries');
  const form = useApiForm<z.input<typeof wetSchema>, z.output<typeof wetSchema>>({
    schema: wetSchema,
    defaultValues: { file: null, signedOn: today() },
    guard: false,
    submit: (values) => uploadSignedPlan(props.plan.caseId, props.plan.id, props.plan.version, { ...values, signerId: signer?.id }),
    onDone: useAfter(props, signer ? t('plans.signed') : t('plans.personHasSigned')),
  });
  return (
    <Dialog open title={signer ? t('plans.wetOf', { name: signer.name }) : t('plans.wet')} onClose={props.onClose}>
      <p>{t('plans.wetText')}</p>
      <Form form={form} submitLabel={t('plans.wetSave')} onCancel={props.onClose} keptNote={false}>
        <DocumentFileField label={t('plans.wetFile')} help={t('file.documents.fileHelp')} />
        <DateField name="signedOn" label={t('plans.signedOn')} required max={today()} />
      </Form>
    </Dialog>
  );
}

const reviewSchema = z.object({ heldOn: day.required(), note: text.required(4000), nextOn: day.required() });

/** What was found, and when one looks again: in three months if nothing else is said. */
export function ReviewDialog(props: DialogProps) {
  const { t } = useTranslation('beneficiaries');
  const form = useApiForm<z.input<typeof reviewSchema>, z.output<typeof reviewSchema>>({
    schema: reviewSchema,
    defaultValues: { heldOn: today(), note: '', nextOn: dayOf(new Date(Date.now() + 90 * 86_400_000)) },
    submit: (values) => reviewPlan(props.plan.caseId, props.plan.id, props.plan.version, values),
    onDone: useAfter(props, t('plans.reviewed')),
  });
  return (
    <Dialog open title={t('plans.review')} onClose={props.onClose}>
      <Form form={form} submitLabel={t('plans.reviewSave')} onCancel={props.onClose}>
        <DateField name="heldOn" label={t('plans.heldOn')} required max={today()} />
        <TextArea name="note" label={t('plans.found')} help={t('plans.foundHelp')} required rows={5} />
        <DateField name="nextOn" label={t('plans.nextReview')} required />
      </Form>
    </Dialog>
  );
}

const closeSchema = z.object({ reason: text.required(2000) });

export function ClosePlanDialog(props: DialogProps) {
  const { t } = useTranslation('beneficiaries');
  const form = useApiForm<z.input<typeof closeSchema>, z.output<typeof closeSchema>>({
    schema: closeSchema,
    defaultValues: { reason: '' },
    guard: false,
    submit: (values) => closePlan(props.plan.caseId, props.plan.id, props.plan.version, values.reason),
    onDone: useAfter(props, t('plans.closed')),
  });
  return (
    <Dialog open title={t('plans.close')} onClose={props.onClose}>
      <p>{t('plans.closeText')}</p>
      <Form form={form} submitLabel={t('plans.close')} onCancel={props.onClose} keptNote={false}>
        <TextArea name="reason" label={t('plans.reason')} required rows={4} />
      </Form>
    </Dialog>
  );
}
