import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { FieldRow, Form, MunicipalityField, SelectField, TextField, choice, text, useApiForm } from '../../components/form';
import { useToast } from '../../components/Toast';
import { createPartnerBody, partnerBodyKeys, readPartnerBody, updatePartnerBody, type PartnerBody } from './api/partner-bodies';
import { kinds, useKinds } from './kinds';

const schema = z.object({ name: text.required(), kind: choice.required(kinds), municipality: text.optional(6), email: text.optional(254), phone: text.optional(40) });

function input(body?: PartnerBody): z.input<typeof schema> {
  return { name: body?.name ?? '', kind: body?.kind ?? '', municipality: body?.municipality ?? '', email: body?.email ?? '', phone: body?.phone ?? '' };
}

export function PartnerBodyForm({ body, onDone, onCancel }: { body?: PartnerBody; onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('partner-bodies');
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
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={onCancel}>
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
