import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckField, ComboField, DateField, FieldRow, MoneyField, NumberField, SectorSelect, SelectField, TextArea, TextField } from '../../../components/form';
import { caseOutcomes } from '../api/case';
import { findPartnerBodies } from '../api/other-modules';
import { contracts, dropOutReasons, trainingPaths } from '../api/outcomes';
import { fieldsOf, type OutcomeInput } from './outcome-form';

/** The outcome, and what is asked of the one chosen. */
export function OutcomeFields() {
  const { t } = useTranslation('beneficiaries');
  const outcome = useWatch<OutcomeInput, 'outcome'>({ name: 'outcome' });
  const contract = useWatch<OutcomeInput, 'details.contract'>({ name: 'details.contract' });
  const fields = fieldsOf(outcome, contract);
  const asked = (field: string) => fields.find((one) => one.field === field);
  const wiring = (field: string) => ({ name: `details.${field}`, required: asked(field)?.required });
  return (
    <>
      <SelectField name="outcome" label={t('case.outcome')} required width="full" options={caseOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
      {asked('contract') && <SelectField {...wiring('contract')} label={t('outcomes.contract')} width="full" options={contracts.map((value) => ({ value, label: t(`contract.${value}`) }))} />}
      {asked('employer') && <TextField {...wiring('employer')} label={t('outcomes.employer')} help={t('outcomes.employerHelp')} />}
      {asked('training') && <SelectField {...wiring('training')} label={t('outcomes.training')} width="full" options={trainingPaths.map((value) => ({ value, label: t(`trainingPath.${value}`) }))} />}
      {asked('trainingTitle') && <TextField {...wiring('trainingTitle')} label={t('outcomes.trainingTitle')} help={t('outcomes.trainingTitleHelp')} />}
      {asked('activity') && <TextField {...wiring('activity')} label={t('outcomes.activity')} />}
      {asked('sector') && <SectorSelect {...wiring('sector')} />}
      {(asked('startsOn') || asked('endsOn')) && (
        <FieldRow>
          {asked('startsOn') && <DateField {...wiring('startsOn')} label={t('outcomes.startsOn')} />}
          {asked('endsOn') && <DateField {...wiring('endsOn')} label={t('outcomes.endsOn')} />}
        </FieldRow>
      )}
      {asked('weeklyHours') && <NumberField {...wiring('weeklyHours')} label={t('outcomes.weeklyHours')} />}
      {asked('dowryCents') && <MoneyField {...wiring('dowryCents')} label={t('outcomes.dowry')} help={t('outcomes.dowryHelp')} />}
      {asked('dropOutReason') && <SelectField {...wiring('dropOutReason')} label={t('outcomes.dropOutReason')} width="full" options={dropOutReasons.map((value) => ({ value, label: t(`dropOutReason.${value}`) }))} />}
      {asked('bodyId') && <ComboField {...wiring('bodyId')} label={t('outcomes.body')} minLength={0} source={['partner-bodies']} load={findPartnerBodies} />}
      {asked('agreed') && <CheckField {...wiring('agreed')} label={t('outcomes.agreed')} />}
      <TextArea name="note" label={t('case.note')} help={t('closeCase.noteHelp')} rows={3} />
    </>
  );
}
