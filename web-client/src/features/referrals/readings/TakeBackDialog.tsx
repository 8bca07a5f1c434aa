import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { Form, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { referralKeys } from '../api/keys';
import { takeBackDecision } from '../api/readings';

const schema = z.object({ reason: text.required(1000) });

/** A decision recorded by mistake, while the minutes are open. */
export function TakeBackDialog({ readingId, referralId, name, takenOn, onClose }: { readingId: string; referralId: string; name: string; takenOn: boolean; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: { reason: '' },
    guard: false,
    submit: ({ reason }) => takeBackDecision(readingId, referralId, reason),
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: referralKeys.all });
      toast.done(t(takenOn ? 'readings.takenOnTakenBack' : 'readings.takenBack'));
      if (takenOn) void queries.invalidateQueries({ queryKey: ['beneficiaries'] });
      onClose();
    },
  });
  return (
    <Dialog open title={t('readings.takeBackTitle', { name })} onClose={onClose}>
      <p>{t(takenOn ? 'readings.takeBackTakenOnText' : 'readings.takeBackText')}</p>
      <Form form={form} submitLabel={t('readings.takeBack')} onCancel={onClose} keptNote={false}>
        <TextArea name="reason" label={t('readings.takeBackReason')} required rows={3} />
      </Form>
    </Dialog>
  );
}
