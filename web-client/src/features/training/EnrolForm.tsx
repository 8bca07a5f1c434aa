import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { findCases } from '../../api/cases';
import { isApiError } from '../../api/problem';
import { useConfirm } from '../../components/ConfirmDialog';
import { ComboField, DateField, FieldRow, Form, TextField, day, email, picked, text, useApiForm } from '../../components/form';
import type { Edition } from './api/editions';
import { useEnrol, type Enrolled } from './api/enrolments';

const schema = z.object({
  surname: text.required(100),
  name: text.required(100),
  phone: text.optional(40),
  email: email.optional(),
  birthDate: day.optional(),
  taxCode: text.optional(16),
});

const nobody = { surname: '', name: '', phone: '', email: '', birthDate: '', taxCode: '' };

/** Many people one after the other: Enter saves, empties the fields and goes back to the surname. */
export function EnrolForm({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const { t } = useTranslation('training');
  const enrol = useEnrol(edition.id);
  const [last, setLast] = useState('');
  const tell = useTold(edition);
  const ask = useSamePersonQuestion();
  const form = useApiForm({
    schema,
    defaultValues: nobody,
    submit: (values) => ask((isSomebodyElse) => enrol.mutateAsync({ caseId: null, ...values, isSomebodyElse })),
    onDone: (enrolled, values) => {
      setLast(tell(enrolled, `${values.name} ${values.surname}`));
      form.form.reset(nobody);
      // By its element: a reset form knows its fields again only after the next drawing.
      document.getElementById(form.registry.get('surname')?.id ?? '')?.focus();
    },
  });
  return (
    <div className="inset">
      <Form form={form} label={t('participants.add')} submitLabel={t('participants.enrol')} onCancel={onClose} cancelLabel={t('close')} note={t('participants.enterHelp')}>
        <FieldRow>
          <TextField name="surname" label={t('participants.surname')} required autoFocus autoComplete="off" />
          <TextField name="name" label={t('participants.name')} required autoComplete="off" />
        </FieldRow>
        <FieldRow>
          <TextField name="phone" type="tel" label={t('participants.phone')} autoComplete="off" />
          <TextField name="email" type="email" label={t('participants.email')} autoComplete="off" />
        </FieldRow>
        <FieldRow>
          <DateField name="birthDate" label={t('participants.birthDate')} />
          <TextField name="taxCode" label={t('participants.taxCode')} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </FieldRow>
      </Form>
      <p role="status" className="ok-line">
        {last}
      </p>
    </div>
  );
}

const caseSchema = z.object({ caseId: picked.required() });

/** Somebody whose case one may see: chosen, not typed again. */
export function EnrolCaseForm({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const { t } = useTranslation('training');
  const enrol = useEnrol(edition.id);
  const [last, setLast] = useState('');
  const tell = useTold(edition);
  const ask = useSamePersonQuestion();
  const form = useApiForm({
    schema: caseSchema,
    defaultValues: { caseId: null },
    submit: ({ caseId }) =>
      ask((isSomebodyElse) => enrol.mutateAsync({ caseId, surname: null, name: null, birthDate: null, taxCode: null, phone: null, email: null, isSomebodyElse })),
    onDone: (enrolled) => {
      setLast(tell(enrolled, form.form.getValues('caseId')?.label ?? ''));
      form.form.reset({ caseId: null });
      document.getElementById(form.registry.get('caseId')?.id ?? '')?.focus();
    },
  });
  return (
    <div className="inset">
      <Form form={form} label={t('participants.addCase')} submitLabel={t('participants.enrol')} onCancel={onClose} cancelLabel={t('close')}>
        <ComboField name="caseId" label={t('participants.person')} help={t('participants.personHelp')} source={['training-cases']} load={findCases} minLength={1} required />
      </Form>
      <p role="status" className="ok-line">
        {last}
      </p>
    </div>
  );
}

/** Somebody who may be enrolled already is enrolled once more only after whoever enrols has said that it is another person. */
function useSamePersonQuestion() {
  const { t } = useTranslation('training');
  const confirm = useConfirm();
  return async (enrol: (isSomebodyElse: boolean) => Promise<Enrolled>): Promise<Enrolled> => {
    try {
      return await enrol(false);
    } catch (error) {
      if (!isApiError(error, 409) || error.code !== 'enrolment.maybe-already') throw error;
      if (!(await confirm({ title: t('participants.maybeTitle'), text: t('participants.maybeText'), action: t('participants.somebodyElse') }))) throw error;
      return enrol(true);
    }
  };
}

function useTold(edition: Edition) {
  const { t } = useTranslation('training');
  return (enrolled: Enrolled, name: string) =>
    enrolled.state === 'waiting' ? t('participants.nowWaiting', { name, position: enrolled.waitingPosition ?? 1, places: edition.places }) : t('participants.nowEnrolled', { name });
}
