import { useTranslation } from 'react-i18next';
import { useWatch } from 'react-hook-form';
import * as z from 'zod';
import { Dialog } from '../../components/Dialog';
import { DateField, Form, RadioGroup, TextField, choice, day, text, useApiForm } from '../../components/form';
import { useToast } from '../../components/Toast';
import type { Edition } from './api/editions';
import { useEnrolmentStep, type Enrolment } from './api/enrolments';

const schema = z.object({ hired: choice.required(['yes', 'no']), hiredOn: day.optional(), employer: text.optional(200) });

/** What became of a participant: hired, when and by whom, or not. */
export function OutcomeDialog({ enrolment, edition, onClose }: { enrolment: Enrolment; edition: Edition; onClose: () => void }) {
  const { t } = useTranslation('training');
  const toast = useToast();
  const step = useEnrolmentStep(edition.id);
  const form = useApiForm({
    schema,
    defaultValues: {
      hired: enrolment.outcomeAt ? (enrolment.hiredOn ? 'yes' : 'no') : '',
      hiredOn: enrolment.hiredOn ?? '',
      employer: enrolment.employer ?? edition.guaranteedJob?.employer ?? '',
    } as z.input<typeof schema>,
    submit: ({ hired, hiredOn, employer }) => step.mutateAsync({ id: enrolment.id, step: 'outcome', outcome: hired === 'yes' ? { hiredOn, employer } : { hiredOn: null, employer: null } }),
    onDone: () => {
      toast.done(t('saved'));
      onClose();
    },
    guard: false,
  });
  return (
    <Dialog open title={t('participants.outcomeOf', { name: enrolment.displayName })} onClose={onClose}>
      <Form form={form} submitLabel={t('save')} onCancel={onClose}>
        <RadioGroup
          name="hired"
          label={t('participants.wasHired')}
          required
          segmented
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
        <Hiring />
      </Form>
    </Dialog>
  );
}

function Hiring() {
  const { t } = useTranslation('training');
  if (useWatch({ name: 'hired' }) !== 'yes') return null;
  return (
    <>
      <DateField name="hiredOn" label={t('participants.hiredOn')} required />
      <TextField name="employer" label={t('edition.employer')} required />
    </>
  );
}
