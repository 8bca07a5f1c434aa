import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { ButtonLink } from '../../components/Button';
import { CheckGroup, Form, TextField, email, text, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { roles, useCreateUser, type Role } from './api/users';
import { OneTimeSecret } from './OneTimeSecret';

const schema = z.object({ displayName: text.required(120), email: email.required(), roles: z.array(z.custom<Role>()).min(1) });

const letters = 'bcdfghjkmnpqrstvwxz23456789';

/** The first password, to be read over the phone: four groups of five from 27 letters, about 95 bits. */
function firstPassword(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(20));
  return [...bytes].map((value, at) => (at > 0 && at % 5 === 0 ? '-' : '') + letters[value % letters.length]).join('');
}

export function NewAccountPage() {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const create = useCreateUser();
  const [password] = useState(firstPassword);
  const [made, setMade] = useState<{ id: string; email: string } | null>(null);
  const form = useApiForm({
    schema,
    defaultValues: { displayName: '', email: '', roles: [] as Role[] },
    submit: (values) => create.mutateAsync({ ...values, password }),
    onDone: (created, values) => setMade({ id: created.id, email: values.email }),
  });
  return (
    <Page title={t('accounts.add')} width="form" back={{ to: '/access', label: t('accounts.title') }}>
      {made ? (
        <>
          <OneTimeSecret
            title={t('accounts.made')}
            text={t('accounts.madeText')}
            values={[
              { label: t('account.email'), value: made.email },
              { label: t('account.firstPassword'), value: password },
            ]}
          />
          <div className="form-foot">
            <ButtonLink look="fill" to={`/access/accounts/${made.id}`}>
              {t('accounts.open')}
            </ButtonLink>
          </div>
        </>
      ) : (
        <div className="card0 padded">
          <Form form={form} submitLabel={t('accounts.create')} onCancel={() => void navigate('/access')}>
            <TextField name="displayName" label={t('account.displayName')} required autoFocus autoComplete="off" />
            <TextField name="email" type="email" label={t('account.email')} required autoComplete="off" />
            <CheckGroup name="roles" label={t('account.roles')} required options={roles.map((value) => ({ value, label: t(`role.${value}`), help: t(`roleHelp.${value}`) }))} />
          </Form>
        </div>
      )}
    </Page>
  );
}
