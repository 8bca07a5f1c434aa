import { useEffect, useState } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button, ButtonLink } from '../../components/Button';
import { CheckField, FieldRow, Form, MunicipalityField, text, TextArea, TextField, useApiForm, type Option } from '../../components/form';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { useToast } from '../../components/Toast';
import { useDebounced } from '../../lib/use-debounced';
import { peopleKeys } from './api/keys';
import { readTaxCode, registerPerson, useDuplicates, type Identity } from './api/person';
import { EmergencyDialog } from './person/EmergencyDialog';
import { italy, MoreFields, registrySchema, WhoFields, WorkFields } from './person-fields';
import { useDraftStore } from './api/drafts';

const schema = z.object({
  ...registrySchema,
  identifiers: z.object({ taxCode: text.optional(20), healthCode: text.optional(20), taxCodeConfirmed: z.boolean() }),
  contacts: z.object({ phone: text.optional(40), email: text.optional(254), safeContact: text.optional(500), mailIsSafe: z.boolean() }),
  addresses: z.object({ domicile: z.object({ street: text.optional(200), number: text.optional(20), postalCode: text.optional(5), municipality: text.optional(6) }) }),
});

type Input = z.input<typeof schema>;

const empty: Input = {
  surname: '',
  name: '',
  preferredName: '',
  sex: '',
  gender: '',
  birthDate: '',
  birthplace: null,
  citizenship: italy,
  identifiers: { taxCode: '', healthCode: '', taxCodeConfirmed: false },
  contacts: { phone: '', email: '', safeContact: '', mailIsSafe: false },
  addresses: { domicile: { street: '', number: '', postalCode: '', municipality: '' } },
  education: '',
  unemployedSince: '',
  minorChildren: null,
  singleParent: false,
  mobility: '',
  wishedSectors: [],
};

/** Few fields first; the tax code fills most of them. */
export function RegisterPage() {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>, { id: string }>({
    schema,
    defaultValues: empty,
    keep: useDraftStore('registration'),
    submit: (values) => registerPerson({ ...values, addresses: { residence: null, domicile: filled(values.addresses.domicile) } }),
    onDone: ({ id }) => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t('registered'));
      void navigate(`/beneficiaries/${id}`, { state: { openCase: true }, replace: true });
    },
  });
  return (
    <Page title={t('registerTitle')} width="form" back={{ to: '/beneficiaries', label: t('nav') }} subtitle={t('registerText')}>
      <Form form={form} submitLabel={t('registerAction')} onCancel={() => void navigate('/beneficiaries')}>
        <SectionCard title={t('section.who')}>
          <TaxCodeField />
          <WhoFields />
          <DuplicateWarning />
        </SectionCard>
        <SectionCard title={t('section.reach')} note={t('section.reachNote')}>
          <FieldRow>
            <TextField name="contacts.phone" label={t('field.phone')} type="tel" autoComplete="off" />
            <TextField name="contacts.email" label={t('field.email')} type="email" autoComplete="off" />
          </FieldRow>
          <MunicipalityField name="addresses.domicile.municipality" label={t('field.domicileMunicipality')} help={t('field.domicileMunicipalityHelp')} />
        </SectionCard>
        <SectionCard title={t('section.work')} note={t('section.workNote')}>
          <WorkFields />
        </SectionCard>
        <details className="card0 padded more">
          <summary>{t('section.more')}</summary>
          <MoreFields />
          <CheckField name="contacts.mailIsSafe" label={t('field.mailIsSafe')} help={t('field.mailIsSafeHelp')} />
          <TextArea name="contacts.safeContact" label={t('field.safeContact')} help={t('field.safeContactHelp')} rows={2} />
          <FieldRow>
            <TextField name="addresses.domicile.street" label={t('field.street')} autoComplete="off" />
            <TextField name="addresses.domicile.number" label={t('field.number')} width="short" autoComplete="off" />
            <TextField name="addresses.domicile.postalCode" label={t('field.postalCode')} width="short" inputMode="numeric" autoComplete="off" />
          </FieldRow>
          <TextField name="identifiers.healthCode" label={t('field.healthCode')} help={t('field.healthCodeHelp')} width="half" autoComplete="off" />
        </details>
      </Form>
    </Page>
  );
}

function filled<T extends Record<string, string | null>>(address: T): T | null {
  return Object.values(address).some((value) => value) ? address : null;
}

/** Fills sex, date and place; a mismatch that the server finds can be confirmed after looking at the card. */
function TaxCodeField() {
  const { t } = useTranslation('beneficiaries');
  const { setValue, getValues, control } = useFormContext<Input>();
  const { errors } = useFormState({ control });
  const written = useDebounced(useWatch({ control, name: 'identifiers.taxCode' }), 250);
  const confirmed = useWatch({ control, name: 'identifiers.taxCodeConfirmed' });
  const [read, setRead] = useState('');
  useEffect(() => {
    const compact = written.replace(/\s/g, '').toUpperCase();
    if (compact.length !== 16) return setRead('');
    const stop = new AbortController();
    readTaxCode(compact, stop.signal)
      .then((reading) => {
        if (reading.problem || !reading.birthDate) return setRead(reading.message ?? '');
        const place: Option | null = reading.birthplace && reading.birthplaceName ? { id: reading.birthplace, label: reading.birthplaceName } : null;
        if (!getValues('sex') && reading.sex) setValue('sex', reading.sex, { shouldDirty: true });
        if (!getValues('birthDate')) setValue('birthDate', reading.birthDate, { shouldDirty: true });
        if (!getValues('birthplace') && place) setValue('birthplace', place, { shouldDirty: true });
        setRead(t('taxCodeRead'));
      })
      .catch(() => undefined);
    return () => stop.abort();
  }, [written, setValue, getValues, t]);
  const refused = errors.identifiers?.taxCode?.type === 'server';
  return (
    <>
      <TextField name="identifiers.taxCode" label={t('field.taxCode')} help={t('field.taxCodeHelp')} width="half" autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      <p className="hint" role="status">
        {read}
      </p>
      {(refused || confirmed) && <CheckField name="identifiers.taxCodeConfirmed" label={t('field.taxCodeConfirmed')} help={t('field.taxCodeConfirmedHelp')} />}
    </>
  );
}

/** Before saving: somebody may follow this person already. */
function DuplicateWarning() {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<Input>();
  const [taxCode, surname, name, birthDate] = useWatch({ control, name: ['identifiers.taxCode', 'surname', 'name', 'birthDate'] });
  const identity = useDebounced<Identity>({ taxCode, surname, name, birthDate }, 400);
  const matches = useDuplicates(identity).data?.matches ?? [];
  const [emergency, setEmergency] = useState<string | null>(null);
  return (
    <div role="status">
      {matches.map((match, index) => (
        <Notice key={index} tone="warn" title={t('duplicate.title')}>
          <p>
            {match.message} {match.followedBy && t('duplicate.followedBy', { name: match.followedBy })}
          </p>
          {match.beneficiaryId && (
            <ButtonLink small to={`/beneficiaries/${match.beneficiaryId}`}>
              {t('duplicate.open')}
            </ButtonLink>
          )}
          {match.beneficiaryId && !match.canOpen && (
            <Button small onClick={() => setEmergency(match.beneficiaryId)}>
              {t('emergency.ask')}
            </Button>
          )}
        </Notice>
      ))}
      {emergency && <EmergencyDialog id={emergency} onClose={() => setEmergency(null)} />}
    </div>
  );
}
