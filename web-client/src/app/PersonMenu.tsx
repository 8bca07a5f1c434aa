import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useSignOut, type Me } from '../api/session';
import { useConfirm } from '../components/ConfirmDialog';
import { Menu } from '../components/Menu';
import { useToast } from '../components/Toast';
import { StatusChip } from '../components/StatusChip';
import { switchLanguage } from './i18n';

export function PersonMenu({ me }: { me: Me }) {
  const { t, i18n } = useTranslation('common');
  const navigate = useNavigate();
  const confirm = useConfirm();
  const toast = useToast();
  const signOut = useSignOut();
  const leave = (where: 'here' | 'everywhere') => signOut.mutate(where, { onSuccess: () => void navigate('/sign-in', { replace: true }), onError: toast.failed });
  const leaveEverywhere = async () => {
    if (await confirm({ title: t('everywhere.title'), text: t('everywhere.text'), action: t('everywhere.action') })) leave('everywhere');
  };
  const [first = '', ...others] = me.displayName.split(' ');
  const last = others.at(-1) ?? '';
  return (
    <div className="me">
      {me.demo && <StatusChip tone="warn">{t('demo')}</StatusChip>}
      <Menu
        buttonClass="person"
        name={t('personMenu', { name: me.displayName })}
        label={
          <>
            <span className="av" aria-hidden="true">
              {(first.charAt(0) + last.charAt(0)).toUpperCase()}
            </span>
            <span className="person-name">{[first, last && `${last.charAt(0)}.`].filter(Boolean).join(' ')}</span>
          </>
        }
        heading={
          <>
            <strong>{me.displayName}</strong>
            <span>{me.email}</span>
            <span>{me.roles.map((role) => t(`role.${role}`)).join(', ')}</span>
          </>
        }
        items={[
          { label: 'Italiano', lang: 'it', current: i18n.language === 'it', onSelect: () => void switchLanguage('it') },
          { label: 'English', lang: 'en', current: i18n.language === 'en', onSelect: () => void switchLanguage('en') },
          'line',
          me.rights.includes('partner-bodies:read') && { label: t('myCalendar'), icon: 'calendar', to: '/partner-bodies/calendar' },
          { label: t('accessibility.nav'), icon: 'help-circle', to: '/accessibility' },
          { label: t('changePassword'), icon: 'key', to: '/account/password' },
          { label: t('signOutEverywhere'), icon: 'locked', onSelect: () => void leaveEverywhere() },
          { label: t('signOut'), icon: 'logout', onSelect: () => leave('here') },
        ]}
      />
    </div>
  );
}
