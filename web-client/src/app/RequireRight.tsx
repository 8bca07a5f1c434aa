import { Outlet } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { ButtonLink } from '../components/Button';
import { Page } from '../components/Page';
import { EmptyState } from '../components/states';

/** Pages of a module that the person may not open say so; the API refuses on its own. */
export function RequireRight({ right }: { right?: string }) {
  const { t } = useTranslation('common');
  const { data: me } = useMe();
  if (!right || me?.rights.includes(right)) return <Outlet />;
  return (
    <Page title={t('forbidden.title')}>
      <div className="card0">
        <EmptyState icon="locked" title={t('forbidden.heading')} text={t('forbidden.text')} action={<ButtonLink to="/">{t('backHome')}</ButtonLink>} />
      </div>
    </Page>
  );
}
