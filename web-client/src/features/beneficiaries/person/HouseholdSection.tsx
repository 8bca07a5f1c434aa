import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { amount, choice, FieldRow, Form, NumberField, SelectField } from '../../../components/form';
import { KeyValue } from '../../../components/values';
import type { Person } from '../api/person';
import { housings, saveHousehold } from '../api/person-file';
import { SealedSection, type SectionFormProps } from './SealedSection';
import { useSectionForm } from './section-form';

/** With whom and where the person lives. Minor children stand in the registry, and are shown here too. */
export function HouseholdSection({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <SealedSection person={person} group="household" purpose="assessNeeds" form={HouseholdForm}>
      {({ household }) => (
        <KeyValue
          items={[
            { label: t('file.household.size'), value: household?.householdSize },
            { label: t('field.minorChildren'), value: person.minorChildren === null ? null : `${person.minorChildren}${person.singleParent ? ` · ${t('field.singleParent')}` : ''}` },
            { label: t('file.household.dependants'), value: household?.otherDependants },
            {
              label: t('file.household.housing'),
              value: household?.housing && (
                <>
                  {t(`file.housing.${household.housing}`)}
                  {household.housingExclusion && <div className="hint">{t('file.household.exclusion')}</div>}
                </>
              ),
            },
          ]}
        />
      )}
    </SealedSection>
  );
}

const schema = z.object({
  householdSize: amount.optional({ min: 1, max: 30 }),
  otherDependants: amount.optional({ min: 0, max: 20 }),
  housing: choice.optional(housings),
});

function HouseholdForm(props: SectionFormProps) {
  const { t } = useTranslation('beneficiaries');
  const form = useSectionForm({
    ...props,
    group: 'household',
    schema,
    valuesOf: ({ household }) => ({ householdSize: household?.householdSize ?? null, otherDependants: household?.otherDependants ?? null, housing: household?.housing ?? ('' as const) }),
    save: saveHousehold,
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={props.onClose} label={t('group.household')}>
      <FieldRow>
        <NumberField name="householdSize" label={t('file.household.size')} help={t('file.household.sizeHelp')} />
        <NumberField name="otherDependants" label={t('file.household.dependants')} help={t('file.household.dependantsHelp')} />
      </FieldRow>
      <SelectField
        name="housing"
        label={t('file.household.housing')}
        help={t('file.household.housingHelp')}
        width="full"
        emptyLabel={t('work.unknown')}
        options={housings.map((value) => ({ value, label: t(`file.housing.${value}`) }))}
      />
    </Form>
  );
}
