import { useNavigate } from 'react-router';
import * as z from 'zod';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useChangePassword, useMe } from '../api/session';
import { Form, PasswordField, useApiForm } from '../components/form';
import { Notice } from '../components/parts';
import { Page } from '../components/Page';
import { useToast } from '../components/Toast';

const schema = z
  .object({ currentPassword: z.string().min(1), newPassword: z.string().min(1), repeated: z.string().min(1) })
  .refine((values) => values.newPassword === values.repeated, { path: ['repeated'], error: () => i18next.t('common:password.different') });

export function PasswordPage() {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const toast = useToast();
  const change = useChangePassword();
  const must = useMe().data?.mustChangePassword ?? false;
  const form = useApiForm({
    schema,
    defaultValues: { currentPassword: '', newPassword: '', repeated: '' },
    submit: ({ currentPassword, newPassword }) => change.mutateAsync({ currentPassword, newPassword }),
    onDone: () => {
      toast.done(t('password.done'));
      void navigate('/');
    },
    guard: false,
  });
  return (
    <Page title={t('changePassword')} width="form">
      {must && <Notice tone="warn" title={t('password.must')}>{t('password.mustText')}</Notice>}
      <div className="card0 padded">
        <Form form={form} submitLabel={t('password.action')} onCancel={must ? undefined : () => void navigate(-1)} keptNote={false}>
          <PasswordField name="currentPassword" label={t('password.current')} autoComplete="current-password" required />
          <PasswordField name="newPassword" label={t('password.new')} help={t('password.rules')} autoComplete="new-password" required />
          <PasswordField name="repeated" label={t('password.repeated')} autoComplete="new-password" required />
        </Form>
      </div>
    </Page>
  );
}
