import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckField, FieldRow, MunicipalityField, NumberField, SectorSelect, SelectField, TextArea, TextField } from '../../components/form';
import { useKinds } from './kinds';

/** The fields of a company, in the order in which one asks for them. */
export function CompanyFields() {
  const { t } = useTranslation('companies');
  const kinds = useKinds();
  const { setValue, getValues } = useFormContext();
  return (
    <>
      <TextField name="name" label={t('name')} required autoComplete="off" />
      <FieldRow>
        <TextField name="vatNumber" label={t('vatNumber')} width="half" inputMode="numeric" autoComplete="off" />
        <TextField name="taxCode" label={t('taxCode')} help={t('taxCodeHelp')} width="half" autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <SelectField name="kind" label={t('kindLabel')} required options={kinds.options} />
        <SectorSelect name="sector" label={t('common:sector')} required />
      </FieldRow>
      <TextField name="address" label={t('address')} autoComplete="off" />
      <FieldRow>
        <MunicipalityField
          name="municipality"
          label={t('municipality')}
          onPick={(place) => {
            if (place?.cap && !getValues('cap')) setValue('cap', place.cap, { shouldDirty: true });
          }}
        />
        <TextField name="cap" label={t('cap')} width="short" inputMode="numeric" autoComplete="off" />
      </FieldRow>
      <NumberField name="permanentStaff" label={t('permanentStaff')} help={t('permanentStaffHelp')} />
      <FieldRow>
        <TextField name="phone" type="tel" label={t('phone')} width="half" autoComplete="off" />
        <TextField name="email" type="email" label={t('email')} width="half" autoComplete="off" />
      </FieldRow>
      <TextField name="website" label={t('website')} autoComplete="off" />
      <fieldset>
        <legend>{t('person.title')}</legend>
        <FieldRow>
          <TextField name="contactPerson.name" label={t('person.name')} width="half" autoComplete="off" />
          <TextField name="contactPerson.role" label={t('person.role')} width="half" autoComplete="off" />
        </FieldRow>
        <FieldRow>
          <TextField name="contactPerson.phone" type="tel" label={t('person.phone')} width="half" autoComplete="off" />
          <TextField name="contactPerson.email" type="email" label={t('person.email')} width="half" autoComplete="off" />
        </FieldRow>
        <TextField name="contactPerson.preferredHours" label={t('person.hours')} autoComplete="off" />
        <CheckField name="contactPerson.doNotCall" label={t('person.doNotCall')} />
      </fieldset>
      <TextArea name="notes" label={t('notes')} />
    </>
  );
}
