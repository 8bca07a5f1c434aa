import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { CheckGroup, ComboField, DateField, day, FieldRow, Form, picked, text, TextField, useApiForm, type Option, TimeField, time } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { referralKeys } from '../api/keys';
import { changeReading, planReading, putOnAgenda, readReading, useReading, type Reading } from '../api/readings';
import { findPartnerBodies, useColleagues } from '../api/reference';

const schema = z.object({
  heldOn: day.required(),
  startsAt: time.optional(),
  place: text.optional(200),
  colleagues: z.array(z.string()),
  others: z.array(z.object({ name: text.required(160), body: picked.optional() })),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const inputOf = (reading?: Reading): Input => ({
  heldOn: reading?.heldOn ?? today(),
  startsAt: reading?.startsAt ?? '',
  place: reading?.place ?? '',
  colleagues: reading?.members.flatMap((member) => (member.userId ? [member.userId] : [])) ?? [],
  others: reading?.members.filter((member) => !member.userId).map((member) => ({ name: member.name ?? '', body: member.bodyId ? ({ id: member.bodyId, label: member.bodyName ?? '' } as Option) : null })) ?? [],
});

const bodyOf = ({ colleagues, others, ...rest }: Output) => ({
  ...rest,
  members: [...colleagues.map((userId) => ({ userId, name: null, bodyId: null })), ...others.map(({ name, body }) => ({ userId: null, name, bodyId: body }))],
});

export function NewReadingPage() {
  const { t } = useTranslation('referrals');
  return (
    <Page title={t('readings.plan')} width="form" subtitle={t('readings.planText')} back={{ to: '/beneficiaries/readings', label: t('readings.nav') }}>
      <ReadingForm />
    </Page>
  );
}

export function EditReadingPage() {
  const { t } = useTranslation('referrals');
  const { id = '' } = useParams();
  const query = useReading(id);
  return (
    <Page title={t('readings.edit')} width="form" back={{ to: `/beneficiaries/readings/${id}`, label: t('readings.one') }}>
      <Loaded query={query}>{(reading) => <ReadingForm reading={reading} />}</Loaded>
    </Page>
  );
}

function ReadingForm({ reading }: { reading?: Reading }) {
  const { t } = useTranslation('referrals');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const queries = useQueryClient();
  const toast = useToast();
  const colleagues = useColleagues();
  const referral = search.get('referral');
  const form = useApiForm<Input, Output, { id: string }>({
    schema,
    defaultValues: inputOf(reading),
    version: reading?.version,
    serverNames: { members: 'colleagues' },
    submit: async (values, version) => {
      if (reading) {
        await changeReading(reading.id, version!, bodyOf(values));
        return { id: reading.id };
      }
      const planned = await planReading(bodyOf(values));
      if (referral) await putOnAgenda(planned.id, [referral]);
      return planned;
    },
    reload: reading
      ? async () => {
          const now = await readReading(reading.id);
          return { values: inputOf(now), version: now.version };
        }
      : undefined,
    onDone: ({ id }) => {
      void queries.invalidateQueries({ queryKey: referralKeys.all });
      toast.done(t(reading ? 'changed' : 'readings.planned'));
      void navigate(`/beneficiaries/readings/${id}`, { replace: true });
    },
  });
  return (
    <Form form={form} submitLabel={t(reading ? 'save' : 'readings.plan')} onCancel={() => void navigate(reading ? `/beneficiaries/readings/${reading.id}` : '/beneficiaries/readings')}>
      <SectionCard title={t('readings.when')}>
        <FieldRow>
          <DateField name="heldOn" label={t('readings.heldOn')} required />
          <TimeField name="startsAt" label={t('readings.startsAt')} help={t('readings.startsAtHelp')} width="short" />
        </FieldRow>
        <TextField name="place" label={t('readings.place')} help={t('readings.placeHelp')} autoComplete="off" />
      </SectionCard>
      <SectionCard title={t('readings.team')} note={t('readings.teamNote')}>
        <CheckGroup name="colleagues" label={t('readings.colleagues')} options={colleagues.map((one) => ({ value: one.id, label: one.displayName }))} />
        <Others />
      </SectionCard>
    </Form>
  );
}

/** People of partner bodies, by name: they have no account and see nothing here. */
function Others() {
  const { t } = useTranslation('referrals');
  const { fields, append, remove } = useFieldArray<Input, 'others'>({ name: 'others' });
  return (
    <fieldset className="field">
      <legend className="f">{t('readings.others')}</legend>
      {fields.map((field, index) => (
        <FieldRow key={field.id}>
          <TextField name={`others.${index}.name`} label={t('readings.otherName')} required autoComplete="off" />
          <ComboField name={`others.${index}.body`} label={t('readings.otherBody')} width="half" minLength={0} source={['partner-bodies']} load={findPartnerBodies} />
          <Button look="plain" small icon="close" onClick={() => remove(index)}>
            {t('readings.removeOther')}
          </Button>
        </FieldRow>
      ))}
      <Button small icon="plus" onClick={() => append({ name: '', body: null })}>
        {t('readings.addOther')}
      </Button>
    </fieldset>
  );
}
