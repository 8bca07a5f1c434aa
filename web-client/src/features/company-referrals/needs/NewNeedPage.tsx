import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { amount, choice, DateField, day, FieldRow, Form, MunicipalityField, NumberField, RadioGroup, SectorChecks, text, TextArea, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { WeekSlotsField, type WeekSlot } from '../../../components/WeekSlots';
import { openNeed, type NewNeed } from '../api/needs';
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

/** What is looked for, in the terms of the work: the operators read it, and no name is in it. */
export function NewNeedPage() {
  const { t } = useTranslation('company-referrals');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, Output, { id: string }>({
    schema,
    defaultValues: {
      sectors: [], municipality: '', maxKm: 20, context: '', weeklyHours: null, slots: [], from: '', hasLicence: '', canDoShifts: '', mostEffort: '', needsInterruptions: '', note: '',
    },
    submit: ({ hasLicence, canDoShifts, needsInterruptions, ...rest }) =>
      openNeed({ ...rest, hasLicence: yes(hasLicence), canDoShifts: yes(canDoShifts), needsInterruptions: yes(needsInterruptions) } as NewNeed),
    onDone: ({ id }) => {
      void refresh();
      toast.done(t('needs.saved'));
      void navigate(`/companies/needs/${id}`);
    },
  });
  const yesNo = answers.map((value) => ({ value, label: t(value) }));
  return (
    <Page title={t('needs.new')} width="form" subtitle={t('needs.newIntro')} back={{ to: '/companies/needs', label: t('needs.title') }}>
      <Form form={form} submitLabel={t('needs.save')} onCancel={() => void navigate(-1)}>
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
    </Page>
  );
}
