import * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { useSignIn, type Me } from '../api/session';
import { Form, PasswordField, TextField, text, useApiForm } from '../components/form';

const schema = z.object({ email: text.required(254), password: z.string().min(1) });

/** Used by the page and, in place, by the dialog of an expired session (then the person is known). */
export function SignInForm({ email, onSignedIn, onCancel, cancelLabel }: { email?: string; onSignedIn: (me: Me) => void; onCancel?: () => void; cancelLabel?: string }) {
  const { t } = useTranslation('common');
  const signIn = useSignIn();
  const form = useApiForm({
    schema,
    defaultValues: { email: email ?? '', password: '' },
    submit: (credentials) => signIn.mutateAsync(credentials),
    onDone: onSignedIn,
    guard: false,
  });
  return (
    <Form form={form} submitLabel={t('signIn.action')} busyLabel={t('signIn.busy')} onCancel={onCancel} cancelLabel={cancelLabel} keptNote={false}>
      <TextField name="email" type="email" label={t('signIn.email')} autoComplete="username" autoCapitalize="none" spellCheck={false} required readOnly={email !== undefined} autoFocus={email === undefined} />
      <PasswordField name="password" label={t('signIn.password')} autoComplete="current-password" required data-first-focus />
    </Form>
  );
}
