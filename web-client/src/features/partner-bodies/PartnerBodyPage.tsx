import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { useRight } from '../../api/session';
import { FieldRow, Form, MunicipalityField, SelectField, TextField, choice, text, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { KeyValue } from '../../components/values';
import { createPartnerBody, partnerBodyKeys, readPartnerBody, updatePartnerBody, usePartnerBody, type PartnerBody } from './api/partner-bodies';
import { kinds, useKinds } from './kinds';

const schema = z.object({ name: text.required(), kind: choice.required(kinds), municipality: text.optional(6), email: text.optional(254), phone: text.optional(40) });

function input(body?: PartnerBody): z.input<typeof schema> {
  return { name: body?.name ?? '', kind: body?.kind ?? '', municipality: body?.municipality ?? '', email: body?.email ?? '', phone: body?.phone ?? '' };
}

export function NewPartnerBodyPage() {
  const { t } = useTranslation('partner-bodies');
  return (
    <Page title={t('new')} width="form" back={{ to: '/partner-bodies', label: t('title') }}>
      <PartnerBodyForm />
    </Page>
  );
}

export function PartnerBodyPage() {
  const { t } = useTranslation('partner-bodies');
  const { partnerBodyId = '' } = useParams();
  const query = usePartnerBody(partnerBodyId);
  const mayWrite = useRight('partner-bodies:write');
  return (
    <Page title={query.data?.name ?? t('one')} width="form" back={{ to: '/partner-bodies', label: t('title') }}>
      <Loaded query={query}>{(body: PartnerBody) => (mayWrite ? <PartnerBodyForm key={body.id} body={body} /> : <ReadBody body={body} />)}</Loaded>
    </Page>
  );
}

function ReadBody({ body }: { body: PartnerBody }) {
  const { t } = useTranslation('partner-bodies');
  return (
    <KeyValue
      items={[
        { label: t('kindLabel'), value: t(`kind.${body.kind}`) },
        { label: t('municipality'), value: body.municipalityName },
        { label: t('email'), value: body.email },
        { label: t('phone'), value: body.phone },
      ]}
    />
  );
}

function PartnerBodyForm({ body }: { body?: PartnerBody }) {
  const { t } = useTranslation('partner-bodies');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const options = useKinds().options;
  const form = useApiForm({
    schema,
    defaultValues: input(body),
    version: body?.version,
    submit: async (values, version) => {
      if (body) await updatePartnerBody(body.id, values, version!);
      else await createPartnerBody(values);
    },
    reload: body
      ? async () => {
          const now = await readPartnerBody(body.id);
          return { values: input(now), version: now.version };
        }
      : undefined,
    onDone: () => {
      void queries.invalidateQueries({ queryKey: partnerBodyKeys.all });
      toast.done(t('saved'));
      void navigate('/partner-bodies');
    },
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={() => void navigate('/partner-bodies')}>
      <TextField name="name" label={t('name')} required autoComplete="off" />
      <SelectField name="kind" label={t('kindLabel')} required options={options} />
      <MunicipalityField name="municipality" label={t('municipality')} />
      <FieldRow>
        <TextField name="email" type="email" label={t('email')} width="half" autoComplete="off" />
        <TextField name="phone" type="tel" label={t('phone')} width="half" autoComplete="off" />
      </FieldRow>
    </Form>
  );
}
