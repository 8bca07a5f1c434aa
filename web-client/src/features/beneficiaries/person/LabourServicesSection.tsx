import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { choice, DateField, day, FieldRow, Form, SelectField, text, TextField } from '../../../components/form';
import { DateText, KeyValue } from '../../../components/values';
import { today } from '../../../lib/format';
import type { Person } from '../api/person';
import { enrolments, saveLabourServices } from '../api/person-file';
import { useGolPaths } from '../api/reference';
import { SealedSection, type SectionFormProps } from './SealedSection';
import { useSectionForm } from './section-form';

/** How the person stands towards the employment services. */
export function LabourServicesSection({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  const paths = useGolPaths();
  return (
    <SealedSection person={person} group="labourServices" purpose="assessNeeds" form={LabourServicesForm}>
      {({ labourServices: services }) => (
        <KeyValue
          items={[
            { label: t('file.labour.enrolment'), value: services?.targetedPlacement && t(`file.enrolment.${services.targetedPlacement}`) },
            !!services?.targetedPlacementOn && { label: t('file.labour.enrolledOn'), value: <DateText value={services.targetedPlacementOn} /> },
            !!services?.targetedPlacementOffice && { label: t('file.labour.office'), value: services.targetedPlacementOffice },
            { label: t('file.labour.golPath'), value: services?.golPath && `${services.golPath}. ${paths.find((path) => path.code === services.golPath)?.name ?? ''}` },
            !!services?.golPathOn && { label: t('file.labour.golPathOn'), value: <DateText value={services.golPathOn} /> },
          ]}
        />
      )}
    </SealedSection>
  );
}

const schema = z.object({
  targetedPlacement: choice.optional(enrolments),
  targetedPlacementOn: day.optional(),
  targetedPlacementOffice: text.optional(160),
  golPath: text.optional(4),
  golPathOn: day.optional(),
});

function LabourServicesForm(props: SectionFormProps) {
  const { t } = useTranslation('beneficiaries');
  const paths = useGolPaths();
  const form = useSectionForm({
    ...props,
    group: 'labourServices',
    schema,
    valuesOf: ({ labourServices: services }) => ({
      targetedPlacement: services?.targetedPlacement ?? ('' as const),
      targetedPlacementOn: services?.targetedPlacementOn ?? '',
      targetedPlacementOffice: services?.targetedPlacementOffice ?? '',
      golPath: services?.golPath ?? '',
      golPathOn: services?.golPathOn ?? '',
    }),
    save: saveLabourServices,
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={props.onClose} label={t('group.labourServices')}>
      <SelectField
        name="targetedPlacement"
        label={t('file.labour.enrolment')}
        help={t('file.labour.enrolmentHelp')}
        emptyLabel={t('work.unknown')}
        options={enrolments.map((value) => ({ value, label: t(`file.enrolment.${value}`) }))}
      />
      <EnrolmentFields />
      <SelectField
        name="golPath"
        label={t('file.labour.golPath')}
        help={t('file.labour.golPathHelp')}
        emptyLabel={t('file.labour.noPath')}
        options={paths.map((path) => ({ value: path.code, label: `${path.code}. ${path.name}` }))}
      />
      <DateField name="golPathOn" label={t('file.labour.golPathOn')} max={today()} />
    </Form>
  );
}

/** Asked only of who is enrolled or has asked to be. */
function EnrolmentFields() {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<z.input<typeof schema>>();
  const enrolment = useWatch({ control, name: 'targetedPlacement' });
  return enrolment === 'enrolled' || enrolment === 'requested' ? (
    <FieldRow>
      <DateField name="targetedPlacementOn" label={t('file.labour.enrolledOn')} max={today()} />
      <TextField name="targetedPlacementOffice" label={t('file.labour.office')} help={t('file.labour.officeHelp')} autoComplete="off" />
    </FieldRow>
  ) : null;
}
