import { useFormContext, useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { CheckField, FieldRow, Form, MunicipalityField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { peopleKeys } from '../api/keys';
import { changePerson, detailsOf, type Disclosed, type Person, type PersonDetails } from '../api/person';

const address = z.object({ street: text.optional(200), number: text.optional(20), postalCode: text.optional(5), municipality: text.optional(6) });
const schema = z.object({
  identifiers: z.object({ taxCode: text.optional(20), healthCode: text.optional(20), taxCodeConfirmed: z.boolean() }),
  contacts: z.object({ phone: text.optional(40), email: text.optional(254), safeContact: text.optional(500), mailIsSafe: z.boolean() }),
  addresses: z.object({ residence: address, domicile: address }),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;
type RegistryGroup = 'identifiers' | 'contacts' | 'addresses';

const written = (one: z.output<typeof address> | null | undefined) => ({ street: one?.street ?? '', number: one?.number ?? '', postalCode: one?.postalCode ?? '', municipality: one?.municipality ?? '' });
const filled = (one: z.output<typeof address>) => (Object.values(one).some((value) => value) ? one : null);

/** Corrects one sensitive group; the others stay closed and as they are. */
export function SensitiveDialog({ person, group, values, onClose }: { person: Person; group: RegistryGroup; values: Disclosed; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: {
      identifiers: { taxCode: values.identifiers?.taxCode ?? '', healthCode: values.identifiers?.healthCode ?? '', taxCodeConfirmed: values.identifiers?.taxCodeConfirmed ?? false },
      contacts: { phone: values.contacts?.phone ?? '', email: values.contacts?.email ?? '', safeContact: values.contacts?.safeContact ?? '', mailIsSafe: values.contacts?.mailIsSafe ?? false },
      addresses: { residence: written(values.addresses?.residence), domicile: written(values.addresses?.domicile) },
    },
    guard: false,
    version: person.version,
    submit: (typed, version) => changePerson(person.id, version!, { ...detailsOf(person), ...given(group, typed) }),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t(`group.${group}`)} onClose={onClose}>
      <Form form={form} submitLabel={t('save')} onCancel={onClose} keptNote={false}>
        {group === 'identifiers' && <Identifiers />}
        {group === 'contacts' && (
          <>
            <TextField name="contacts.phone" label={t('field.phone')} type="tel" autoComplete="off" />
            <TextField name="contacts.email" label={t('field.email')} type="email" autoComplete="off" />
            <CheckField name="contacts.mailIsSafe" label={t('field.mailIsSafe')} help={t('field.mailIsSafeHelp')} />
            <TextArea name="contacts.safeContact" label={t('field.safeContact')} help={t('field.safeContactHelp')} rows={2} />
          </>
        )}
        {group === 'addresses' && (
          <>
            <AddressFields name="addresses.domicile" title={t('domicile')} />
            <AddressFields name="addresses.residence" title={t('field.residence')} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

function given(group: RegistryGroup, typed: Output): Partial<PersonDetails> {
  switch (group) {
    case 'identifiers':
      return { identifiers: typed.identifiers };
    case 'contacts':
      return { contacts: typed.contacts };
    case 'addresses':
      return { addresses: { residence: filled(typed.addresses.residence), domicile: filled(typed.addresses.domicile) } };
  }
}

function Identifiers() {
  const { t } = useTranslation('beneficiaries');
  const { control, getValues } = useFormContext<Input>();
  const { errors } = useFormState({ control });
  const asks = errors.identifiers?.taxCode?.type === 'server' || getValues('identifiers.taxCodeConfirmed');
  return (
    <>
      <TextField name="identifiers.taxCode" label={t('field.taxCode')} autoComplete="off" spellCheck={false} />
      {asks && <CheckField name="identifiers.taxCodeConfirmed" label={t('field.taxCodeConfirmed')} help={t('field.taxCodeConfirmedHelp')} />}
      <TextField name="identifiers.healthCode" label={t('field.healthCode')} help={t('field.healthCodeHelp')} autoComplete="off" />
    </>
  );
}

function AddressFields({ name, title }: { name: string; title: string }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <fieldset>
      <legend className="f">{title}</legend>
      <TextField name={`${name}.street`} label={t('field.street')} autoComplete="off" />
      <FieldRow>
        <TextField name={`${name}.number`} label={t('field.number')} width="short" autoComplete="off" />
        <TextField name={`${name}.postalCode`} label={t('field.postalCode')} width="short" inputMode="numeric" autoComplete="off" />
      </FieldRow>
      <MunicipalityField name={`${name}.municipality`} label={t('field.municipality')} width="full" />
    </fieldset>
  );
}
