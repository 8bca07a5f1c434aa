import { useNavigate, useParams } from 'react-router';
import * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { useSetUp } from '../api/session';
import { Form, PasswordField, TextField, email, text, useApiForm } from '../components/form';
import { useDocumentTitle } from '../components/Page';

const schema = z.object({ displayName: text.required(120), email: email.required(), password: z.string().min(1) });

/** Reached only by the one-time address that the console prints at the first start. */
export function SetUpPage() {
  const { t } = useTranslation('common');
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const setUp = useSetUp();
  useDocumentTitle(t('setUp.title'));
  const form = useApiForm({
    schema,
    defaultValues: { displayName: '', email: '', password: '' },
    submit: (values) => setUp.mutateAsync({ token, ...values }),
    onDone: () => void navigate('/', { replace: true }),
    guard: false,
  });
  return (
    <div className="sign-in">
      <main id="content" className="card0">
        <img src="/icon.svg" alt="" width="44" height="44" />
        <h1 tabIndex={-1} data-page-title>
          {t('setUp.title')}
        </h1>
        <p className="sub">{t('setUp.text')}</p>
        <Form form={form} submitLabel={t('setUp.action')} keptNote={false}>
          <TextField name="displayName" label={t('setUp.displayName')} autoComplete="name" required autoFocus />
          <TextField name="email" type="email" label={t('signIn.email')} autoComplete="username" autoCapitalize="none" spellCheck={false} required />
          <PasswordField name="password" label={t('signIn.password')} help={t('password.rules')} autoComplete="new-password" required />
        </Form>
      </main>
    </div>
  );
}
