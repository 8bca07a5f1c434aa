import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { amount, CheckField, choice, ComboField, DateField, day, FieldRow, NumberField, picked, RadioGroup, SectorChecks, SelectField, text, TextField, type Option } from '../../components/form';
import { findBirthplaces, findCitizenships, useEducationLevels } from './api/reference';

const sexes = ['female', 'male'] as const;
const genders = ['woman', 'man', 'nonBinary'] as const;
const mobilities = ['none', 'publicTransport', 'bicycle', 'moped', 'car'] as const;

/** Fields that the registration and the change of a person share, with the names that the API gives them. */
export const registrySchema = {
  surname: text.required(100),
  name: text.required(100),
  preferredName: text.optional(100),
  sex: choice.required(sexes),
  gender: choice.optional(genders),
  birthDate: day.required(),
  birthplace: picked.optional(),
  citizenship: picked.optional(),
  education: text.optional(4),
  unemployedSince: day.optional(),
  minorChildren: amount.optional({ min: 0, max: 20 }),
  singleParent: z.boolean(),
  mobility: choice.optional(mobilities),
  wishedSectors: z.array(z.string()),
};

export const italy: Option = { id: 'IT', label: 'Italia' };

export function WhoFields() {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  return (
    <>
      <FieldRow>
        <TextField name="surname" label={t('field.surname')} required autoComplete="off" />
        <TextField name="name" label={t('field.name')} required autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <RadioGroup name="sex" label={t('field.sex')} required segmented options={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))} />
        <DateField name="birthDate" label={t('field.birthDate')} required />
      </FieldRow>
      <ComboField name="birthplace" label={t('field.birthplace')} help={t('field.birthplaceHelp')} width="half" source={['birthplaces']} load={(typed, signal) => findBirthplaces(queries, typed, signal)} />
    </>
  );
}

export function MoreFields() {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const levels = useEducationLevels();
  return (
    <>
      <FieldRow>
        <TextField name="preferredName" label={t('field.preferredName')} help={t('field.preferredNameHelp')} autoComplete="off" />
        <SelectField name="gender" label={t('field.gender')} help={t('field.genderHelp')} options={genders.map((value) => ({ value, label: t(`gender.${value}`) }))} />
      </FieldRow>
      <FieldRow>
        <ComboField name="citizenship" label={t('field.citizenship')} width="half" source={['citizenships']} load={(typed) => findCitizenships(queries, typed)} />
        <DateField name="unemployedSince" label={t('field.unemployedSince')} />
      </FieldRow>
      <SelectField name="education" label={t('field.education')} width="full" options={levels.map((level) => ({ value: level.code, label: level.name }))} />
      <FieldRow>
        <NumberField name="minorChildren" label={t('field.minorChildren')} />
        <CheckField name="singleParent" label={t('field.singleParent')} />
      </FieldRow>
    </>
  );
}

export function WorkFields() {
  const { t } = useTranslation('beneficiaries');
  return (
    <>
      <SelectField name="mobility" label={t('field.mobility')} options={mobilities.map((value) => ({ value, label: t(`mobility.${value}`) }))} />
      <SectorChecks name="wishedSectors" label={t('field.wishedSectors')} />
    </>
  );
}
