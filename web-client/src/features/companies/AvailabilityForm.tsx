import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { DateField, FieldRow, Form, NumberField, RadioGroup, TextArea, TextField, useApiForm } from '../../components/form';
import { useToast } from '../../components/Toast';
import { WeekSlotsField } from '../../components/WeekSlots';
import { answers, availabilitySchema, bodyOf, contexts, efforts, emptyAvailability, inputOf, tolerances, trends, type AvailabilityInput, type AvailabilityOutput } from './availability-form';
import { changeAvailability, declareAvailability, readAvailability, type Availability } from './api/availabilities';
import type { Company } from './api/companies';
import { companyKeys } from './api/keys';

/** What the company offers and what the duty asks; never what a person may be. */
export function AvailabilityForm({ company, item, onClose }: { company: Company; item?: Availability; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<AvailabilityInput, AvailabilityOutput>({
    schema: availabilitySchema,
    defaultValues: item ? inputOf(item) : emptyAvailability(),
    version: item?.version,
    submit: (values, version) => (item ? changeAvailability(company.id, item.id, bodyOf(values), version!) : declareAvailability(company.id, bodyOf(values))),
    reload: item && (async () => readAvailability(company.id, item.id).then((now) => ({ values: inputOf(now), version: now.version }))),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: companyKeys.all });
      toast.done(t('availability.saved'));
      onClose();
    },
  });
  const yesNo = answers.map((value) => ({ value, label: t(`availability.answer.${value}`) }));
  return (
    <Form form={form} submitLabel={t('availability.save')} onCancel={onClose} label={item ? t('availability.change') : t('availability.add')}>
      <FieldRow>
        <NumberField name="places" label={t('availability.placesLabel')} required />
        <NumberField name="weeklyHours" label={t('availability.weeklyHours')} />
      </FieldRow>
      <TextField name="duties" label={t('availability.duties')} required autoComplete="off" />
      <RadioGroup name="context" label={t('availability.contextLabel')} required segmented options={contexts.map((value) => ({ value, label: t(`availability.context.${value}`) }))} />
      <TextField name="skills" label={t('availability.skills')} autoComplete="off" />
      <WeekSlotsField name="slots" label={t('availability.slots')} />
      <RadioGroup name="drivingLicence" label={t('availability.drivingLicence')} segmented options={yesNo} />
      <RadioGroup name="shifts" label={t('availability.shifts')} segmented options={yesNo} />
      <RadioGroup name="physicalEffort" label={t('availability.physicalEffort')} segmented options={efforts.map((value) => ({ value, label: t(`availability.effort.${value}`) }))} />
      <RadioGroup
        name="interruptions"
        label={t('availability.interruptionsLabel')}
        help={t('availability.interruptionsHelp')}
        segmented
        options={tolerances.map((value) => ({ value, label: t(`availability.interruptions.${value}`) }))}
      />
      <TextArea name="constraintNote" label={t('availability.constraintNote')} help={t('availability.constraintHelp')} rows={2} maxLength={400} />
      <RadioGroup name="trend" label={t('availability.trendLabel')} required segmented options={trends.map((value) => ({ value, label: t(`availability.trend.${value}`) }))} />
      <FieldRow>
        <DateField name="from" label={t('availability.fromLabel')} />
        <DateField name="to" label={t('availability.toLabel')} />
        <DateField name="verifiedOn" label={t('availability.verifiedLabel')} />
      </FieldRow>
    </Form>
  );
}
