import * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { RadioGroup, SelectField, text, TextField } from '../../../components/form';
import type { TakingOn } from '../api/readings';
import type { Referral } from '../api/referrals';
import { useColleagues } from '../api/reference';

export const takingOnSchema = z.object({ caseManagerId: text.optional(40), programme: text.optional(120), person: z.string() });

export const takingOnDefaults = (referral: Referral) => ({
  caseManagerId: '',
  programme: '',
  // An equal code is the same person; an equal name is for a person to judge.
  person: referral.matches.find((match) => match.same === 'identifier' && match.beneficiaryId)?.beneficiaryId ?? (referral.matches.length > 0 ? '' : 'new'),
});

export const takingOnOf = (values: z.output<typeof takingOnSchema>): TakingOn => ({
  caseManagerId: values.caseManagerId as string,
  programme: values.programme,
  beneficiaryId: values.person === 'new' || values.person === '' ? null : values.person,
  isAnotherPerson: values.person === 'new',
});

export const takingOnNames = { 'takingOn.caseManagerId': 'takingOn.caseManagerId', 'takingOn.beneficiaryId': 'takingOn.person', 'takingOn.programme': 'takingOn.programme' } as const;

/** Who answers for the case, and whether the person is already among ours. */
export function TakingOnFields({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const colleagues = useColleagues();
  const known = referral.matches.filter((match) => match.beneficiaryId);
  return (
    <>
      {referral.matches.length > 0 && (
        <RadioGroup
          name="takingOn.person"
          label={t('take.person')}
          help={t('take.personHelp')}
          required
          options={[
            ...known.map((match) => ({
              value: match.beneficiaryId!,
              label: t(`take.link.${match.same === 'identifier' ? 'identifier' : 'nameAndBirth'}`),
              help: match.followedBy ? t('match.followedBy', { name: match.followedBy }) : undefined,
            })),
            ...(referral.matches.some((match) => match.same === 'identifier') ? [] : [{ value: 'new', label: t('take.another') }]),
          ]}
        />
      )}
      <SelectField name="takingOn.caseManagerId" label={t('take.manager')} required width="full" options={colleagues.map((one) => ({ value: one.id, label: one.displayName }))} />
      <TextField name="takingOn.programme" label={t('take.programme')} help={t('take.programmeHelp')} />
    </>
  );
}

