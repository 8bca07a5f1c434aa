import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckField, DateField, FieldRow, MunicipalityField, NumberField, SectorSelect, SelectField, TextArea, TextField } from '../../components/form';
import { useAtecoSections, useKeepers } from './api/file';
import { legalForms, placements } from './company-form';
import { useKinds } from './kinds';

/** The fields of a company, in the order in which one asks for them. On the company's page its sites and people have sections of their own. */
export function CompanyFields({ withParts = true }: { withParts?: boolean }) {
  const { t } = useTranslation('companies');
  const kinds = useKinds();
  const keepers = useKeepers();
  const ateco = useAtecoSections();
  const { setValue, getValues } = useFormContext();
  return (
    <>
      <TextField name="name" label={t('name')} required autoComplete="off" />
      <TextField name="tradeName" label={t('file.tradeName')} help={t('file.tradeNameHelp')} autoComplete="off" />
      <FieldRow>
        <TextField name="vatNumber" label={t('vatNumber')} width="half" inputMode="numeric" autoComplete="off" />
        <TextField name="taxCode" label={t('taxCode')} help={t('taxCodeHelp')} width="half" autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <SelectField name="kind" label={t('kindLabel')} required options={kinds.options} />
        <SectorSelect name="sector" label={t('common:sector')} required />
      </FieldRow>
      <SelectField name="legalForm" label={t('file.legalForm')} options={legalForms.map((value) => ({ value, label: t(`file.legalForms.${value}`) }))} />
      <FieldRow>
        <SelectField name="atecoSection" label={t('file.atecoSection')} options={ateco.options} />
        <TextField name="atecoCode" label={t('file.atecoCode')} help={t('file.atecoCodeHelp')} width="short" autoComplete="off" />
      </FieldRow>
      {withParts && (
        <>
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
        </>
      )}
      <FieldRow>
        <TextField name="phone" type="tel" label={t('phone')} width="half" autoComplete="off" />
        <TextField name="email" type="email" label={t('email')} width="half" autoComplete="off" />
      </FieldRow>
      <TextField name="website" label={t('website')} autoComplete="off" />
      {withParts && (
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
      )}
      <SelectField name="lookedAfterBy" label={t('file.lookedAfterBy')} options={keepers} emptyLabel={t('file.nobody')} />
      <CheckField name="solidarityNetwork" label={t('file.solidarityNetwork')} />
      <fieldset>
        <legend>{t('file.obligation')}</legend>
        <NumberField name="obligationStaff" label={t('file.obligationStaff')} help={t('file.obligationStaffHelp')} />
        <SelectField name="targetedPlacement" label={t('file.targetedPlacement')} options={placements.map((value) => ({ value, label: t(`file.placement.${value}`) }))} emptyLabel={t('file.placement.unknown')} />
        <FieldRow>
          <TextField name="article14Convention" label={t('file.article14')} help={t('file.article14Help')} width="half" autoComplete="off" />
          <DateField name="article14Until" label={t('file.article14Until')} />
        </FieldRow>
      </fieldset>
      <TextArea name="consentNotes" label={t('file.consentNotes')} help={t('file.consentNotesHelp')} rows={2} />
      <TextArea name="notes" label={t('notes')} />
    </>
  );
}
