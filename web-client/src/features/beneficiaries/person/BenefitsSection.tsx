import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { amount, choice, DateField, day, Form, MoneyField, SelectField } from '../../../components/form';
import { StatusChip } from '../../../components/StatusChip';
import { DateText, Money } from '../../../components/values';
import { today } from '../../../lib/format';
import type { Person } from '../api/person';
import { benefitKinds, saveBenefits } from '../api/person-file';
import { SealedSection, type SectionFormProps } from './SealedSection';
import { useSectionForm } from './section-form';

/** What supports the person's income. */
export function BenefitsSection({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <SealedSection person={person} group="benefits" purpose="assessNeeds" form={BenefitsForm}>
      {({ benefits }) =>
        benefits?.benefits.length ? (
          <ul className="rows">
            {benefits.benefits.map((benefit, index) => (
              <li key={index}>
                <div>
                  <b>{benefit.kind && t(`file.benefit.${benefit.kind}`)}</b> {benefit.toOn && benefit.toOn < today() && <StatusChip>{t('file.benefits.over')}</StatusChip>}
                  <div className="hint">
                    {benefit.fromOn && (
                      <>
                        {t('from')} <DateText value={benefit.fromOn} />{' '}
                      </>
                    )}
                    {benefit.toOn && (
                      <>
                        {t('to')} <DateText value={benefit.toOn} />{' '}
                      </>
                    )}
                    {benefit.monthlyCents != null && (
                      <>
                        <Money cents={benefit.monthlyCents} /> {t('file.benefits.aMonth')}
                      </>
                    )}
                  </div>
                  {benefit.kind === 'adi' && <div className="hint">{t('file.benefits.adi')}</div>}
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('file.benefits.none')}</p>
        )
      }
    </SealedSection>
  );
}

const schema = z.object({
  benefits: z.array(z.object({ kind: choice.required(benefitKinds), fromOn: day.optional(), toOn: day.optional(), monthlyCents: amount.optional({ min: 0, max: 1_000_000 }) })),
});
type Values = z.input<typeof schema>;

function BenefitsForm(props: SectionFormProps) {
  const { t } = useTranslation('beneficiaries');
  const form = useSectionForm({
    ...props,
    group: 'benefits',
    schema,
    valuesOf: ({ benefits }): Values => ({
      benefits: (benefits?.benefits ?? []).map((benefit) => ({ kind: benefit.kind ?? '', fromOn: benefit.fromOn ?? '', toOn: benefit.toOn ?? '', monthlyCents: benefit.monthlyCents ?? null })),
    }),
    save: saveBenefits,
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={props.onClose} label={t('group.benefits')}>
      <p className="hint">{t('file.benefits.help')}</p>
      <Rows />
    </Form>
  );
}

function Rows() {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'benefits' });
  return (
    <>
      {fields.map((field, index) => (
        <div className="window-row two-lines" key={field.id} role="group" aria-label={t('file.benefits.number', { number: index + 1 })}>
          <SelectField name={`benefits.${index}.kind`} label={t('file.benefits.kind')} required options={benefitKinds.map((value) => ({ value, label: t(`file.benefit.${value}`) }))} />
          <DateField name={`benefits.${index}.fromOn`} label={t('file.benefits.from')} />
          <DateField name={`benefits.${index}.toOn`} label={t('file.benefits.to')} />
          <MoneyField name={`benefits.${index}.monthlyCents`} label={t('file.benefits.monthly')} />
          <Button look="plain" small icon="delete" aria-label={t('file.benefits.removeNumber', { number: index + 1 })} onClick={() => remove(index)}>
            {t('work.remove')}
          </Button>
        </div>
      ))}
      {fields.length === 0 && <p>{t('file.benefits.noneWritten')}</p>}
      <Button look="quiet" small icon="plus" onClick={() => append({ kind: '', fromOn: '', toOn: '', monthlyCents: null })}>
        {t('file.benefits.add')}
      </Button>
    </>
  );
}
