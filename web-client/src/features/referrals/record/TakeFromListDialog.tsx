import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { Form, text, TextArea, useApiForm } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { useToast } from '../../../components/Toast';
import { referralKeys } from '../api/keys';
import type { Referral } from '../api/referrals';
import { takeFromList, useWaitingList } from '../api/waiting-list';
import { TakingOnFields, takingOnDefaults, takingOnNames, takingOnOf, takingOnSchema } from './TakingOnFields';

const schema = z.object({ reason: text.optional(4000), takingOn: takingOnSchema });

/** A place has become free. Whoever is not first needs a reason, and the dialog says so before the server does. */
export function TakeFromListDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const row = useWaitingList().data?.items.find((one) => one.id === referral.id);
  const position = Number(row?.position ?? 1);
  const form = useApiForm({
    schema,
    defaultValues: { reason: '', takingOn: takingOnDefaults(referral) },
    guard: false,
    serverNames: takingOnNames,
    submit: (values) => takeFromList(referral.id, { reason: values.reason, takingOn: takingOnOf(values.takingOn) }),
    onDone: async () => {
      toast.done(t('decide.done.takenOn'));
      onClose();
      await queries.invalidateQueries({ queryKey: referralKeys.all });
      void queries.invalidateQueries({ queryKey: ['beneficiaries'] });
    },
  });
  return (
    <Dialog open title={t('take.title', { name: `${referral.referral.person!.name} ${referral.referral.person!.surname}` })} onClose={onClose}>
      {position > 1 && (
        <Notice tone="warn" title={t('take.position', { position })}>
          {t('take.positionText')}
        </Notice>
      )}
      <Form form={form} submitLabel={t('take.action')} onCancel={onClose} keptNote={false}>
        <TakingOnFields referral={referral} />
        <TextArea name="reason" label={t('take.reason')} required={position > 1} rows={3} />
      </Form>
    </Dialog>
  );
}
