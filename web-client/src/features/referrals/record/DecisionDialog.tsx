import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, Form, RadioGroup, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { referralKeys } from '../api/keys';
import { decide, decisions } from '../api/readings';
import { declineReasons, useReferral, type Referral } from '../api/referrals';
import { TakingOnFields, takingOnDefaults, takingOnNames, takingOnOf, takingOnSchema } from './TakingOnFields';

const schema = z.object({
  decision: choice.required(decisions),
  declineReason: choice.optional(declineReasons),
  takingOn: takingOnSchema,
  reason: text.required(4000),
});

/** What the équipe decided, with only the questions of that decision. */
export function DecisionDialog({ readingId, referralId, onClose }: { readingId: string; referralId: string; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const query = useReferral(referralId);
  const person = query.data?.referral.person;
  return (
    <Dialog open title={person ? t('decide.title', { name: `${person.name} ${person.surname}` }) : t('decide.action')} onClose={onClose}>
      <Loaded query={query}>{(referral) => <DecisionForm readingId={readingId} referral={referral} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function DecisionForm({ readingId, referral, onClose }: { readingId: string; referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: { decision: '', declineReason: '', takingOn: takingOnDefaults(referral), reason: '' },
    guard: false,
    serverNames: takingOnNames,
    submit: ({ decision, declineReason, takingOn, reason }) =>
      decide(readingId, referral.id, { decision, reason, declineReason: decision === 'declined' ? declineReason : null, takingOn: decision === 'takenOn' ? takingOnOf(takingOn) : null }),
    onDone: async (_, { decision }) => {
      toast.done(t(`decide.done.${decision}`));
      onClose();
      await queries.invalidateQueries({ queryKey: referralKeys.all });
      void queries.invalidateQueries({ queryKey: ['beneficiaries'] });
    },
  });
  return (
    <Form form={form} submitLabel={t('decide.save')} onCancel={onClose} keptNote={false}>
      <RadioGroup name="decision" label={t('decide.what')} required segmented options={decisions.map((value) => ({ value, label: t(`decision.${value}`) }))} />
      <DecisionQuestions referral={referral} />
      <TextArea name="reason" label={t('decide.reason')} help={t('decide.reasonHelp')} required rows={4} />
    </Form>
  );
}

function DecisionQuestions({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const decision = useWatch<{ decision: string }>({ name: 'decision' });
  if (decision === 'takenOn') return <TakingOnFields referral={referral} />;
  if (decision === 'declined')
    return <SelectField name="declineReason" label={t('declineLabel')} required width="full" options={declineReasons.map((value) => ({ value, label: t(`declineReason.${value}`) }))} />;
  if (decision === 'moreInformation') return <p className="hint">{t('decide.moreInformationText')}</p>;
  if (decision === 'waitingList') return <p className="hint">{t('decide.waitingListText')}</p>;
  return null;
}
