import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { Form, TextArea, useApiForm } from '../../../components/form';
import { useEmergencyAccess } from '../api/person';

const schema = z.object({ reason: z.string().trim().min(20).max(1000) });

/** Breaks the glass: a typed reason, a day of sight, and the case manager learns it. */
export function EmergencyDialog({ id, onClose, onOpened }: { id: string; onClose: () => void; onOpened?: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const access = useEmergencyAccess();
  const form = useApiForm({
    schema,
    defaultValues: { reason: '' },
    guard: false,
    submit: ({ reason }) => access.mutateAsync({ id, reason }),
    onDone: () => {
      onClose();
      onOpened?.();
      void navigate(`/beneficiaries/${id}`);
    },
  });
  return (
    <Dialog open title={t('emergency.title')} onClose={onClose}>
      <p>{t('emergency.text')}</p>
      <Form form={form} submitLabel={t('emergency.action')} onCancel={onClose} keptNote={false}>
        <TextArea name="reason" label={t('emergency.reason')} help={t('emergency.reasonHelp')} required rows={3} data-first-focus />
      </Form>
    </Dialog>
  );
}
