import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { choice, Form, SelectField, text, TextField } from '../../../components/form';
import { KeyValue } from '../../../components/values';
import type { Person } from '../api/person';
import { holders, saveBankAccount } from '../api/person-file';
import { SealedSection, type SectionFormProps } from './SealedSection';
import { useSectionForm } from './section-form';

const grouped = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** Where allowances are paid. */
export function BankAccountSection({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <SealedSection person={person} group="bankAccount" purpose="payAllowance" form={BankAccountForm}>
      {({ bankAccount: account }) =>
        account?.iban ? (
          <KeyValue
            items={[
              { label: t('file.bank.iban'), value: <span className="number">{grouped(account.iban)}</span> },
              { label: t('file.bank.holder'), value: account.holder && [t(`file.holder.${account.holder}`), account.holderName].filter(Boolean).join(': ') },
            ]}
          />
        ) : (
          <p>{t('file.bank.none')}</p>
        )
      }
    </SealedSection>
  );
}

const schema = z.object({ iban: text.optional(60), holder: choice.optional(holders), holderName: text.optional(160) });

function BankAccountForm(props: SectionFormProps) {
  const { t } = useTranslation('beneficiaries');
  const form = useSectionForm({
    ...props,
    group: 'bankAccount',
    schema,
    valuesOf: ({ bankAccount: account }) => ({ iban: account?.iban ? grouped(account.iban) : '', holder: account?.holder ?? ('person' as const), holderName: account?.holderName ?? '' }),
    save: saveBankAccount,
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={props.onClose} label={t('group.bankAccount')}>
      <TextField name="iban" label={t('file.bank.iban')} help={t('file.bank.ibanHelp')} width="full" autoComplete="off" spellCheck={false} />
      <SelectField name="holder" label={t('file.bank.holder')} options={holders.map((value) => ({ value, label: t(`file.holder.${value}`) }))} />
      <HolderName />
    </Form>
  );
}

function HolderName() {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<z.input<typeof schema>>();
  const holder = useWatch({ control, name: 'holder' });
  return holder === 'guardian' || holder === 'delegate' ? <TextField name="holderName" label={t('file.bank.holderName')} help={t('file.bank.holderNameHelp')} required autoComplete="off" /> : null;
}
