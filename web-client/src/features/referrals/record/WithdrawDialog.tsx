import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { Form, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { referralKeys } from '../api/keys';
import { withdrawReferral, type Referral } from '../api/referrals';

const schema = z.object({ reason: text.required(1000) });

export function WithdrawDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: { reason: '' },
    guard: false,
    submit: ({ reason }) => withdrawReferral(referral.id, reason),
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: referralKeys.all });
      toast.done(t('withdraw.done'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('withdraw.title', { name: `${referral.referral.person!.name} ${referral.referral.person!.surname}` })} onClose={onClose}>
      <p>{t('withdraw.text')}</p>
      <Form form={form} submitLabel={t('withdraw.action')} onCancel={onClose} keptNote={false}>
        <TextArea name="reason" label={t('withdraw.reason')} required rows={3} />
      </Form>
    </Dialog>
  );
}
