import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, Form, RadioGroup, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { declineReferral, useRefresh, type Referral } from '../api/referrals';
import { declineReasons } from '../words';

const schema = z.object({ reason: choice.required(declineReasons), note: text.optional(1000) });

/** Saying no, or giving up what was accepted: the reason helps the next proposal. */
export function DeclineDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('company-referrals');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { reason: '', note: '' },
    submit: (values) => declineReferral(referral.id, values),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('decline.done'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('decline.title', { company: referral.companyName })} onClose={onClose}>
      <p>{t('decline.text')}</p>
      <Form form={form} submitLabel={t('decline.action')} onCancel={onClose}>
        <RadioGroup name="reason" label={t('decline.reason')} required options={declineReasons.map((value) => ({ value, label: t(`reason.${value}`) }))} />
        <TextArea name="note" label={t('decline.note')} help={t('form.noteHelp')} rows={3} maxLength={1000} />
      </Form>
    </Dialog>
  );
}
