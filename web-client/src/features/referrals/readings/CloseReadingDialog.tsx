import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { CheckGroup, Form, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { referralKeys } from '../api/keys';
import { closeReading, type Reading } from '../api/readings';

const schema = z.object({ presentMemberIds: z.array(z.string()).min(1), minutes: text.optional(8000) });

/** Says what closing means before it is done: afterwards nothing changes. */
export function CloseReadingDialog({ reading, onClose }: { reading: Reading; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: { presentMemberIds: reading.members.map((member) => member.id), minutes: '' },
    guard: false,
    submit: (values) => closeReading(reading.id, reading.version, values),
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: referralKeys.all });
      toast.done(t('readings.closed'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('readings.close')} onClose={onClose}>
      <p>{t('readings.closeText')}</p>
      <Form form={form} submitLabel={t('readings.closeAction')} onCancel={onClose} keptNote={false}>
        <CheckGroup name="presentMemberIds" label={t('readings.whoWasThere')} required options={reading.members.map((member) => ({ value: member.id, label: member.name ?? t('readings.unknown') }))} />
        <TextArea name="minutes" label={t('readings.minutes')} help={t('readings.minutesHelp')} rows={6} />
      </Form>
    </Dialog>
  );
}
