import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { CheckField, CheckGroup, FieldRow, Form, NumberField, RadioGroup, SelectField, amount, choice, useApiForm, time, TimeField } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { peopleKeys } from '../api/keys';
import { efforts, means, readWorkProfile, saveWorkProfile, useSkills, weekdays, workContexts, type WorkProfile } from '../api/work-profile';
import { useDraftStore } from '../api/drafts';

const answers = ['yes', 'no'] as const;
/** As it is stored. */
const clock = time.required().transform((value) => `${value}:00`);

const schema = z.object({
  skills: z.array(z.string()),
  means: z.array(z.enum(means)),
  reachKm: amount.optional({ min: 1, max: 200 }),
  reachMinutes: amount.optional({ min: 5, max: 180 }),
  weeklyHours: amount.optional({ min: 1, max: 48 }),
  unavailable: z.array(z.object({ day: choice.required(weekdays), from: clock, to: clock })),
  context: choice.required(workContexts),
  effort: choice.optional(efforts),
  needsInterruptions: z.boolean(),
  drivingLicence: choice.optional(answers).transform(truth),
  shifts: choice.optional(answers).transform(truth),
});

type Values = z.input<typeof schema>;

export function WorkProfileForm({ caseId, profile, onClose }: { caseId: string; profile: WorkProfile; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const skills = useSkills(true);
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(profile),
    keep: useDraftStore('workProfile', caseId),
    version: profile.version,
    reload: async () => readWorkProfile(caseId).then((now) => ({ values: valuesOf(now), version: now.version })),
    submit: (values, version) => saveWorkProfile(caseId, version ?? profile.version, values),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t('work.saved'));
      onClose();
    },
  });
  const labels = [...new Set([...(skills.data?.items ?? []), ...profile.details.skills])];
  const yesNo = answers.map((value) => ({ value, label: t(`work.${value}`) }));
  return (
    <Form form={form} submitLabel={t('work.save')} onCancel={onClose} label={t('work.title')}>
      <p className="hint">{t('work.help')}</p>
      <CheckGroup name="means" label={t('work.means')} options={means.map((value) => ({ value, label: t(`work.mean.${value}`) }))} />
      <FieldRow>
        <NumberField name="reachKm" label={t('work.reachKm')} unit="km" />
        <NumberField name="reachMinutes" label={t('work.reachMinutes')} unit="min" />
        <NumberField name="weeklyHours" label={t('work.weeklyHours')} />
      </FieldRow>
      <Windows />
      <RadioGroup name="context" label={t('work.context')} required segmented options={workContexts.map((value) => ({ value, label: t(`work.contexts.${value}`) }))} />
      <FieldRow>
        <SelectField name="effort" label={t('work.effort')} emptyLabel={t('work.unknown')} options={efforts.map((value) => ({ value, label: t(`work.efforts.${value}`) }))} />
        <SelectField name="drivingLicence" label={t('work.licence')} emptyLabel={t('work.unknown')} options={yesNo} />
        <SelectField name="shifts" label={t('work.shifts')} emptyLabel={t('work.unknown')} options={yesNo} />
      </FieldRow>
      <CheckField name="needsInterruptions" label={t('work.interruptionsNeeded')} />
      <div className="skill-choices">
        <CheckGroup name="skills" label={t('work.skills')} options={labels.map((label) => ({ value: label, label }))} />
      </div>
    </Form>
  );
}

/** When the person is not available: days and hours, never why. */
function Windows() {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'unavailable' });
  return (
    <fieldset className="field">
      <legend>{t('work.unavailable')}</legend>
      <div className="hint">{t('work.unavailableHelp')}</div>
      {fields.map((field, index) => (
        <div className="window-row" key={field.id} role="group" aria-label={t('work.windowNumber', { number: index + 1 })}>
          <SelectField name={`unavailable.${index}.day`} label={t('work.dayLabel')} required options={weekdays.map((value) => ({ value, label: t(`work.day.${value}`) }))} />
          <TimeField name={`unavailable.${index}.from`} label={t('work.from')} required />
          <TimeField name={`unavailable.${index}.to`} label={t('work.to')} required />
          <Button look="plain" small icon="delete" aria-label={t('work.removeWindow', { number: index + 1 })} onClick={() => remove(index)}>
            {t('work.remove')}
          </Button>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ day: '', from: '', to: '' })}>
        {t('work.addWindow')}
      </Button>
    </fieldset>
  );
}

function truth(value: 'yes' | 'no' | null): boolean | null {
  return value === null ? null : value === 'yes';
}

function answer(value: boolean | null): 'yes' | 'no' | '' {
  return value === null ? '' : value ? 'yes' : 'no';
}

function valuesOf({ details }: WorkProfile): Values {
  return {
    skills: [...details.skills],
    means: [...details.means],
    reachKm: details.reachKm,
    reachMinutes: details.reachMinutes,
    weeklyHours: details.weeklyHours,
    unavailable: details.unavailable.map((window) => ({ day: window.day, from: window.from.slice(0, 5), to: window.to.slice(0, 5) })),
    context: details.context ?? 'either',
    effort: details.effort ?? '',
    needsInterruptions: details.needsInterruptions,
    drivingLicence: answer(details.drivingLicence),
    shifts: answer(details.shifts),
  };
}
