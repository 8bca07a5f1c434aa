import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { isApiError } from '../../../api/problem';
import { Dialog } from '../../../components/Dialog';
import { CheckField, choice, ComboField, DateField, day, FieldRow, Form, picked, RadioGroup, SelectField, useApiForm, type Option } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { useRefresh, type Programme } from '../api/programmes';
import { consentKinds, findPeople, findReferrals, proposeCandidate } from '../api/selection';

const schema = z
  .object({
    from: z.enum(['file', 'referral']),
    beneficiaryId: picked.optional(),
    referralId: picked.optional(),
    bodyId: z.string().min(1),
    proposedOn: day.required(),
    consentOn: day.required(),
    consentKind: choice.required(consentKinds),
    somebodyElse: z.boolean(),
  })
  .refine((values) => values.from === 'referral' || values.beneficiaryId, { path: ['beneficiaryId'] })
  .refine((values) => values.from === 'file' || values.referralId, { path: ['referralId'] });
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

/** A body of the programme proposes somebody; who writes it down has seen the consent. */
export function ProposeDialog({ programme, cohortId, onClose }: { programme: Programme; cohortId: string; onClose: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, Output, { number: number | string }>({
    schema,
    defaultValues: { from: 'file', beneficiaryId: null as Option | null, referralId: null as Option | null, bodyId: '', proposedOn: today(), consentOn: '', consentKind: '', somebodyElse: false },
    submit: ({ from, beneficiaryId, referralId, ...values }) =>
      proposeCandidate(programme.id, { ...values, cohortId, beneficiaryId: from === 'file' ? beneficiaryId : null, referralId: from === 'referral' ? referralId : null }),
    onDone: async ({ number }) => {
      await refresh();
      toast.done(t('propose.done', { number: Number(number) }));
      onClose();
    },
  });
  const twice = isApiError(form.refusal) && form.refusal.code === 'candidate.twice';
  return (
    <Dialog open wide title={t('propose.title')} onClose={onClose}>
      <Form form={form} submitLabel={t('propose.action')} onCancel={onClose} keptNote={false}>
        <RadioGroup name="from" label={t('propose.from')} options={(['file', 'referral'] as const).map((value) => ({ value, label: t(`propose.${value}`) }))} />
        <Who />
        <SelectField name="bodyId" label={t('propose.body')} help={t('propose.bodyHelp')} required options={[programme.leadBody, ...programme.partnerBodies].map((body) => ({ value: body.id, label: body.name }))} />
        <DateField name="proposedOn" label={t('propose.on')} required max={today()} />
        <FieldRow>
          <DateField name="consentOn" label={t('propose.consentOn')} required max={today()} />
          <SelectField name="consentKind" label={t('propose.consentKind')} required options={consentKinds.map((value) => ({ value, label: t(`consent.${value}`) }))} />
        </FieldRow>
        {twice && <CheckField name="somebodyElse" label={t('propose.somebodyElse')} />}
      </Form>
    </Dialog>
  );
}

function Who() {
  const { t } = useTranslation('programmes');
  const from = useWatch<Input, 'from'>({ name: 'from' });
  return from === 'file' ? (
    <ComboField key="file" name="beneficiaryId" label={t('propose.person')} required source={['candidates', 'people']} load={findPeople} />
  ) : (
    <ComboField key="referral" name="referralId" label={t('propose.referralLabel')} required source={['candidates', 'referrals']} load={findReferrals} minLength={0} />
  );
}
