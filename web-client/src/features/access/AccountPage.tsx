import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useMe } from '../../api/session';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { CheckGroup, Form, TextField, text, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, KeyValue } from '../../components/values';
import { AccountChip } from './AccountChip';
import { OneTimeSecret } from './OneTimeSecret';
import { readUser, roles, useChangeUser, useResetPassword, useToggleUser, useUser, type Role, type User } from './api/users';

export function AccountPage() {
  const { t } = useTranslation('access');
  const { userId = '' } = useParams();
  const query = useUser(userId);
  return (
    <Page
      title={query.data?.displayName ?? t('account.one')}
      documentTitle={t('account.one')}
      width="form"
      back={{ to: '/access', label: t('accounts.title') }}
      status={query.data && <AccountChip user={query.data} />}
      subtitle={query.data?.email}
    >
      <Loaded query={query}>
        {(user) => (
          <>
            <UserForm key={user.version} user={user} />
            <Ways user={user} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const schema = z.object({ displayName: text.required(120), roles: z.array(z.custom<Role>()).min(1) });

const valuesOf = (user: User) => ({ displayName: user.displayName, roles: user.roles });

function UserForm({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const toast = useToast();
  const change = useChangeUser(user.id);
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(user),
    version: user.version,
    reload: async () => readUser(user.id).then((now) => ({ values: valuesOf(now), version: now.version })),
    submit: (values, version) => change.mutateAsync({ version: version ?? 0, form: values }),
    onDone: () => toast.done(t('saved')),
  });
  return (
    <SectionCard title={t('account.who')}>
      <Form form={form} submitLabel={t('save')} note={t('account.rolesEnd')}>
        <TextField name="displayName" label={t('account.displayName')} required />
        <CheckGroup name="roles" label={t('account.roles')} required options={roles.map((value) => ({ value, label: t(`role.${value}`), help: t(`roleHelp.${value}`) }))} />
      </Form>
    </SectionCard>
  );
}

/** Password and closing: each says what will happen first. */
function Ways({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const toast = useToast();
  const confirm = useConfirm();
  const isMe = useMe().data?.id === user.id;
  const reset = useResetPassword(user.id);
  const toggle = useToggleUser(user.id);
  const name = user.displayName;
  const askReset = async () => {
    const yes = await confirm({ title: t('account.resetTitle', { name }), text: t('account.resetText'), action: t('account.reset') });
    if (yes) reset.mutate(undefined, { onError: toast.failed });
  };
  const askDisable = async () => {
    const yes = await confirm({ title: t('account.disableTitle', { name }), text: t('account.disableText'), action: t('account.disable'), danger: true });
    if (yes) toast.after(toggle.mutateAsync('disable'), t('account.disabled'));
  };
  return (
    <SectionCard title={t('account.access')}>
      <KeyValue
        items={[
          { label: t('account.createdAt'), value: <DateText value={user.createdAt} /> },
          !!user.disabledAt && { label: t('account.disabledAt'), value: <DateText value={user.disabledAt} /> },
        ]}
      />
      {reset.data && <OneTimeSecret title={t('account.resetDone')} text={t('accounts.madeText')} values={[{ label: t('account.newPassword'), value: reset.data.password }]} />}
      <div className="form-foot">
        {!isMe && (
          <Button icon="key" busy={reset.isPending} onClick={() => void askReset()}>
            {t('account.reset')}
          </Button>
        )}
        {user.state === 'disabled' ? (
          <Button icon="unlocked" busy={toggle.isPending} onClick={() => toast.after(toggle.mutateAsync('enable'), t('account.enabled'))}>
            {t('account.enable')}
          </Button>
        ) : (
          !isMe && (
            <Button icon="locked" busy={toggle.isPending} onClick={() => void askDisable()}>
              {t('account.disable')}
            </Button>
          )
        )}
        {isMe && <span className="hint">{t('account.isMe')}</span>}
      </div>
    </SectionCard>
  );
}
