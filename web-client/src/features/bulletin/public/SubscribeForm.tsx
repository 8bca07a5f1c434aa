import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { CheckField, email, Form, TextField, useApiForm } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { askSubscription } from '../api/public';

/** Asks for the bulletin. The answer is the same for every address: only its mailbox learns more. */
export function SubscribeForm() {
  const { t } = useTranslation('bulletin');
  const [asked, setAsked] = useState(false);
  const form = useApiForm({
    schema: z.object({ email: email.required(), consent: z.boolean() }),
    defaultValues: { email: '', consent: false },
    submit: (ask) => askSubscription(ask.email, ask.consent),
    onDone: () => setAsked(true),
    guard: false,
  });
  return (
    <SectionCard title={t('public.subscribe')}>
      {asked ? (
        <div role="status">
          <Notice tone="ok" title={t('public.checkMail')}>{t('public.checkMailText')}</Notice>
        </div>
      ) : (
        <Form form={form} submitLabel={t('public.subscribe')} busyLabel={t('public.subscribing')} keptNote={false}>
          <TextField name="email" label={t('public.yourEmail')} type="email" autoComplete="email" required />
          <CheckField name="consent" label={t('subscribers.usualText')} required />
        </Form>
      )}
    </SectionCard>
  );
}
