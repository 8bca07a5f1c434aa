import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, Form, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { cancelInternship, useRefresh, type Internship } from '../api/internships';
import { causes } from '../words';

const schema = z.object({ cause: choice.required(causes), reason: text.required(2000) });

export function CancelDialog({ internship, onClose }: { internship: Internship; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { cause: '', reason: '' },
    submit: (cancellation) => cancelInternship(internship.id, cancellation),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('cancel.done'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('cancel.title', { company: internship.companyName })} onClose={onClose}>
      <p>{t('cancel.text')}</p>
      <Form form={form} submitLabel={t('cancel.action')} onCancel={onClose} cancelLabel={t('cancel.keep')}>
        <SelectField name="cause" label={t('causeLabel')} required options={causes.map((value) => ({ value, label: t(`cause.${value}`) }))} />
        <TextArea name="reason" label={t('reason')} required rows={3} maxLength={2000} />
      </Form>
    </Dialog>
  );
}
