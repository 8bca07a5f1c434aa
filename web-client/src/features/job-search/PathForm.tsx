import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useProvinces } from '../../api/provinces';
import { Button } from '../../components/Button';
import { amount, DateField, day, FieldRow, Form, MunicipalityField, NumberField, SectorChecks, SelectField, text, TextArea, TextField, useApiForm } from '../../components/form';
import { today } from '../../lib/format';
import { readPath, type Path, type PathPlan } from './api/paths';

const schema = z.object({
  userId: text.required(40),
  openedOn: day.required(),
  municipalities: z.array(z.object({ code: text.required(6) })),
  provinces: z.array(z.object({ code: text.required(2) })),
  sectors: z.array(z.string()),
  duties: text.optional(400),
  weeklyHours: amount.optional({ min: 1, max: 48 }),
  times: text.optional(300),
  goals: text.optional(2000),
  sessions: amount.optional({ min: 1, max: 60 }),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const numberOf = (value: number | string | null | undefined) => (value === null || value === undefined ? null : Number(value));

const inputOf = (path: Path | undefined, userId: string): Input => ({
  userId: path?.userId ?? userId,
  openedOn: path?.openedOn ?? today(),
  municipalities: (path?.target.municipalities ?? []).map((code) => ({ code })),
  provinces: (path?.target.provinces ?? []).map((code) => ({ code })),
  sectors: path?.target.sectors ?? [],
  duties: path?.target.duties ?? '',
  weeklyHours: numberOf(path?.target.weeklyHours),
  times: path?.target.times ?? '',
  goals: path?.goals ?? '',
  sessions: numberOf(path?.sessions),
});

const planOf = ({ userId, openedOn, goals, sessions, municipalities, provinces, ...target }: Output): PathPlan => ({
  userId,
  openedOn,
  goals,
  sessions,
  target: { ...target, municipalities: municipalities.map((one) => one.code), provinces: provinces.map((one) => one.code) },
});

interface Props {
  path?: Path;
  userId: string;
  team: { userId: string; name?: string | null }[];
  submitLabel: string;
  submit: (plan: PathPlan, version: number | string | undefined) => Promise<string>;
  onDone: (id: string) => void;
  onCancel: () => void;
}

/** What the person looks for, with whom and to what end. */
export function PathForm({ path, userId, team, submitLabel, submit, onDone, onCancel }: Props) {
  const { t } = useTranslation('job-search');
  const form = useApiForm<Input, Output, string>({
    schema,
    defaultValues: inputOf(path, userId),
    version: path?.version,
    reload: path && (async () => readPath(path.id).then((now) => ({ values: inputOf(now, userId), version: now.version }))),
    submit: (values, version) => submit(planOf(values), version),
    onDone,
  });
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={submitLabel} onCancel={onCancel}>
        <FieldRow>
          <SelectField name="userId" label={t('followedBy')} required options={team.map((one) => ({ value: one.userId, label: one.name ?? t('unknown') }))} />
          <DateField name="openedOn" label={t('openedOn')} required />
        </FieldRow>
        <Municipalities />
        <ProvinceRows />
        <SectorChecks name="sectors" label={t('sectors')} />
        <TextArea name="duties" label={t('duties')} help={t('dutiesHelp')} rows={2} />
        <FieldRow>
          <NumberField name="weeklyHours" label={t('weeklyHours')} />
          <TextField name="times" label={t('times')} help={t('timesHelp')} autoComplete="off" />
        </FieldRow>
        <TextArea name="goals" label={t('goals')} help={t('goalsHelp')} rows={3} />
        <NumberField name="sessions" label={t('plannedSessions')} />
      </Form>
    </div>
  );
}

function Municipalities() {
  const { t } = useTranslation('job-search');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'municipalities' });
  return (
    <fieldset className="rows-field">
      <legend>{t('municipalities')}</legend>
      {fields.map((field, index) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('municipalityNumber', { number: index + 1 })}>
          <MunicipalityField name={`municipalities.${index}.code`} label={t('municipality')} required />
          <Button look="plain" small icon="delete" aria-label={t('removeMunicipality', { number: index + 1 })} onClick={() => remove(index)}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ code: '' })}>
        {t('addMunicipality')}
      </Button>
    </fieldset>
  );
}

function ProvinceRows() {
  const { t } = useTranslation('job-search');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'provinces' });
  const provinces = useProvinces().data ?? [];
  return (
    <fieldset className="rows-field">
      <legend>{t('provinces')}</legend>
      {fields.map((field, index) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('provinceNumber', { number: index + 1 })}>
          <SelectField name={`provinces.${index}.code`} label={t('province')} required options={provinces.map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))} />
          <Button look="plain" small icon="delete" aria-label={t('removeProvince', { number: index + 1 })} onClick={() => remove(index)}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ code: '' })}>
        {t('addProvince')}
      </Button>
    </fieldset>
  );
}
