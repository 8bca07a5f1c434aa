import { useNavigate, useParams } from 'react-router';
import { useFormState, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { CheckField, ComboField, DateField, FieldRow, Form, NumberField, RadioGroup, SelectField, TextArea, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useDraftStore } from '../../components/draft-store';
import { useToast } from '../../components/Toast';
import { today } from '../../lib/format';
import { referralKeys } from './api/keys';
import { findBirthplaces, findPartnerBodies } from './api/reference';
import { changeReferral, consentKinds, readReferral, reasons, receiveReferral, urgencies, useReferral, type Referral } from './api/referrals';
import { bodyOf, inputOf, referralSchema, type ReferralInput, type ReferralOutput } from './referral-schema';

export function NewReferralPage() {
  const { t } = useTranslation('referrals');
  return (
    <Page title={t('receive')} width="form" subtitle={t('receiveText')} back={{ to: '/beneficiaries/referrals', label: t('nav') }}>
      <ReferralForm />
    </Page>
  );
}

export function EditReferralPage() {
  const { t } = useTranslation('referrals');
  const { id = '' } = useParams();
  const query = useReferral(id);
  return (
    <Page title={t('edit')} width="form" back={{ to: `/beneficiaries/referrals/${id}`, label: t('one') }}>
      <Loaded query={query} lines={10}>
        {(record) => (
          <>
            {record.informationAsked && <Notice tone="warn" title={t('informationAsked')}>{record.story.find((event) => event.kind === 'informationAsked')?.note}</Notice>}
            <ReferralForm record={record} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** In the order in which somebody tells it on the phone: who calls, about whom, why, with what consent. */
function ReferralForm({ record }: { record?: Referral }) {
  const { t } = useTranslation('referrals');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const draft = useDraftStore('referral');
  const form = useApiForm<ReferralInput, ReferralOutput, { id: string }>({
    schema: referralSchema,
    defaultValues: inputOf(record),
    // Only of a new one: a change begins from what the body wrote.
    keep: record ? undefined : draft,
    version: record?.version,
    submit: async (values, version) => {
      if (!record) return receiveReferral(bodyOf(values));
      await changeReferral(record.id, version!, bodyOf(values, record));
      return { id: record.id };
    },
    reload: record
      ? async () => {
          const now = await readReferral(record.id);
          return { values: inputOf(now), version: now.version };
        }
      : undefined,
    onDone: ({ id }) => {
      void queries.invalidateQueries({ queryKey: referralKeys.all });
      toast.done(t(record ? 'changed' : 'received'));
      void navigate(`/beneficiaries/referrals/${id}`, { replace: true });
    },
  });
  return (
    <Form form={form} submitLabel={t(record ? 'save' : 'receiveAction')} onCancel={() => void navigate(record ? `/beneficiaries/referrals/${record.id}` : '/beneficiaries/referrals')}>
      <SectionCard title={t('section.who')}>
        <ComboField name="referringBodyId" label={t('body')} help={t('bodyHelp')} required minLength={0} source={['partner-bodies']} load={findPartnerBodies} />
        <FieldRow>
          <TextField name="referrer.name" label={t('referrer.name')} required autoComplete="off" />
          <TextField name="referrer.role" label={t('referrer.role')} autoComplete="off" />
        </FieldRow>
        <FieldRow>
          <TextField name="referrer.phone" label={t('referrer.phone')} type="tel" autoComplete="off" />
          <TextField name="referrer.email" label={t('referrer.email')} type="email" autoComplete="off" />
        </FieldRow>
        <FieldRow>
          <DateField name="receivedOn" label={t('receivedOn')} required max={today()} />
          <TextField name="senderReference" label={t('senderReference')} autoComplete="off" />
        </FieldRow>
      </SectionCard>
      <SectionCard title={t('section.person')} note={t('section.personNote')}>
        <PersonFields />
      </SectionCard>
      <SectionCard title={t('section.why')}>
        <SelectField name="reason" label={t('reasonLabel')} required width="full" options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))} />
        <TextArea name="reasonText" label={t('reasonText')} help={t('reasonTextHelp')} required rows={6} />
        <RadioGroup name="urgency" label={t('urgencyLabel')} required segmented options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))} />
        <FieldRow>
          <DateField name="person.unemployedSince" label={t('unemployedSince')} />
          <NumberField name="person.minorChildren" label={t('minorChildren')} />
        </FieldRow>
        <CheckField name="person.singleParent" label={t('singleParent')} />
        <CheckField name="noIncome" label={t('noIncome')} />
      </SectionCard>
      <SectionCard title={t('section.consent')} note={t('section.consentNote')}>
        <FieldRow>
          <DateField name="consentOn" label={t('consentOn')} required max={today()} />
          <SelectField name="consentKind" label={t('consentLabel')} required options={consentKinds.map((value) => ({ value, label: t(`consent.${value}`) }))} />
        </FieldRow>
      </SectionCard>
    </Form>
  );
}

function PersonFields() {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const { errors } = useFormState<ReferralInput>();
  const confirmed = useWatch<ReferralInput, 'person.identifiers.taxCodeConfirmed'>({ name: 'person.identifiers.taxCodeConfirmed' });
  const refused = errors.person?.identifiers?.taxCode?.type === 'server';
  return (
    <>
      <FieldRow>
        <TextField name="person.surname" label={t('surname')} required autoComplete="off" />
        <TextField name="person.name" label={t('name')} required autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <RadioGroup name="person.sex" label={t('sexLabel')} required segmented options={(['female', 'male'] as const).map((value) => ({ value, label: t(`sex.${value}`) }))} />
        <DateField name="person.birthDate" label={t('birthDate')} required />
      </FieldRow>
      <FieldRow>
        <ComboField name="person.birthplace" label={t('birthplace')} width="half" source={['birthplaces']} load={(typed, signal) => findBirthplaces(queries, typed, signal)} />
        <TextField name="person.identifiers.taxCode" label={t('taxCode')} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      </FieldRow>
      {(refused || confirmed) && <CheckField name="person.identifiers.taxCodeConfirmed" label={t('taxCodeConfirmed')} />}
      <FieldRow>
        <TextField name="person.contacts.phone" label={t('phone')} type="tel" autoComplete="off" />
        <TextField name="person.contacts.safeContact" label={t('safeContact')} help={t('safeContactHelp')} autoComplete="off" />
      </FieldRow>
    </>
  );
}
