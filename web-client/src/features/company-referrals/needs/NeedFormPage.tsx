import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { amount, choice, DateField, day, FieldRow, Form, MunicipalityField, NumberField, RadioGroup, SectorChecks, text, TextArea, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { WeekSlotsField, type WeekSlot } from '../../../components/WeekSlots';
import { readNeed, saveNeed, useNeed, type Need, type NewNeed } from '../api/needs';
import { useRefresh } from '../api/referrals';
import { contexts, efforts } from '../words';

const answers = ['yes', 'no'] as const;
const schema = z.object({
  sectors: z.array(z.string()),
  municipality: text.required(6),
  maxKm: amount.required({ min: 1, max: 200 }),
  context: choice.optional(contexts),
  weeklyHours: amount.optional({ min: 1, max: 48 }),
  slots: z.custom<WeekSlot[]>(),
  from: day.optional(),
  hasLicence: choice.optional(answers),
  canDoShifts: choice.optional(answers),
  mostEffort: choice.optional(efforts),
  needsInterruptions: choice.optional(answers),
  note: text.optional(1000),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const yes = (answer: 'yes' | 'no' | null) => (answer === null ? null : answer === 'yes');

const answer = (value: boolean | null | undefined) => (value === null || value === undefined ? '' : value ? 'yes' : 'no');

const valuesOf = (need?: Need): Input => ({
  sectors: need?.sectors ?? [],
  municipality: need?.municipality ?? '',
  maxKm: need?.maxKm ?? 20,
  context: need?.context ?? '',
  weeklyHours: need?.weeklyHours ?? null,
  slots: need?.slots ?? [],
  from: need?.from ?? '',
  hasLicence: answer(need?.hasLicence),
  canDoShifts: answer(need?.canDoShifts),
  mostEffort: need?.mostEffort ?? '',
  needsInterruptions: answer(need?.needsInterruptions),
  note: need?.note ?? '',
});

/** What is looked for, in the terms of the work: the operators read it, and no name is in it. */
export function NeedFormPage() {
  const { t } = useTranslation('company-referrals');
  const { id = '' } = useParams();
  const query = useNeed(id);
  if (!id) {
    return (
      <Page title={t('needs.new')} width="form" subtitle={t('needs.newIntro')} back={{ to: '/companies/needs', label: t('needs.title') }}>
        <NeedForm />
      </Page>
    );
  }
  return (
    <Page title={t('needs.edit')} width="form" subtitle={t('needs.editIntro')} back={{ to: `/companies/needs/${id}`, label: t('need') }}>
      <Loaded query={query}>{(need) => <NeedForm need={need} />}</Loaded>
    </Page>
  );
}

function NeedForm({ need }: { need?: Need }) {
  const { t } = useTranslation('company-referrals');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, Output, { id: string }>({
    schema,
    defaultValues: valuesOf(need),
    version: need?.version,
    reload: need && (async () => readNeed(need.id).then((now) => ({ values: valuesOf(now), version: now.version }))),
    submit: ({ hasLicence, canDoShifts, needsInterruptions, ...rest }, version) =>
      saveNeed(need?.id, { ...rest, hasLicence: yes(hasLicence), canDoShifts: yes(canDoShifts), needsInterruptions: yes(needsInterruptions) } as NewNeed, version),
    onDone: ({ id }) => {
      void refresh();
      toast.done(t(need ? 'needs.changed' : 'needs.saved'));
      void navigate(`/companies/needs/${id}`, { replace: !!need });
    },
  });
  const yesNo = answers.map((value) => ({ value, label: t(value) }));
  return (
    <Form form={form} submitLabel={need ? t('needs.saveChange') : t('needs.save')} onCancel={() => void navigate(-1)}>
      <SectionCard title={t('needs.where')}>
        <SectorChecks name="sectors" label={t('needs.sectors')} help={t('needs.sectorsHelp')} />
        <FieldRow>
          <MunicipalityField name="municipality" label={t('needs.municipality')} required />
          <NumberField name="maxKm" label={t('needs.maxKm')} unit="km" required />
        </FieldRow>
        <RadioGroup name="context" label={t('opening.context')} segmented options={contexts.map((value) => ({ value, label: t(`context.${value}`) }))} />
      </SectionCard>
      <SectionCard title={t('needs.when')}>
        <FieldRow>
          <NumberField name="weeklyHours" label={t('needs.mostHours')} />
          <DateField name="from" label={t('needs.from')} />
        </FieldRow>
        <WeekSlotsField name="slots" label={t('opening.slots')} help={t('needs.slotsHelp')} />
      </SectionCard>
      <SectionCard title={t('needs.duty')}>
        <Notice>{t('needs.dutyNote')}</Notice>
        <RadioGroup name="hasLicence" label={t('needs.licence')} segmented options={yesNo} />
        <RadioGroup name="canDoShifts" label={t('needs.shifts')} segmented options={yesNo} />
        <RadioGroup name="mostEffort" label={t('needs.effort')} segmented options={efforts.map((value) => ({ value, label: t(`effort.${value}`) }))} />
        <RadioGroup name="needsInterruptions" label={t('needs.interruptions')} help={t('needs.interruptionsHelp')} segmented options={yesNo} />
        <TextArea name="note" label={t('needs.note')} help={t('form.noteHelp')} rows={3} maxLength={1000} />
      </SectionCard>
    </Form>
  );
}
