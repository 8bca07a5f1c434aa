import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { ComboField, Form, picked, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { findMyCases } from '../../../api/cases';
import { acceptReferral, useRefresh, type Referral } from '../api/referrals';

const schema = z.object({ caseId: picked.optional() });

/** The person may be said now or when the internship is proposed; the operator never reads it. */
export function AcceptDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('company-referrals');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { caseId: null },
    submit: ({ caseId }) => acceptReferral(referral.id, caseId),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('accept.done'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('accept.title', { company: referral.companyName })} onClose={onClose}>
      <p>{t('accept.text')}</p>
      <Form form={form} submitLabel={t('accept.action')} onCancel={onClose}>
        <ComboField name="caseId" label={t('accept.person')} help={t('accept.personHelp')} source={['referral-cases']} load={findMyCases} minLength={1} />
      </Form>
    </Dialog>
  );
}
