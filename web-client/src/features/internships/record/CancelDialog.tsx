import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { Form, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { cancelInternship, useRefresh, type Internship } from '../api/internships';

const schema = z.object({ reason: text.required(2000) });

export function CancelDialog({ internship, onClose }: { internship: Internship; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { reason: '' },
    submit: ({ reason }) => cancelInternship(internship.id, reason),
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
        <TextArea name="reason" label={t('reason')} required rows={3} maxLength={2000} />
      </Form>
    </Dialog>
  );
}
