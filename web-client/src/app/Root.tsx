import { lazy, Suspense } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { OutageBanner } from './OutageBanner';
import { expiredSession } from '../api/expired-session';
import { UnsavedGuard } from '../components/form/guard';
import { useStore } from '../lib/store';
import { useArrival } from './use-arrival';

// The kit of forms is not needed for the first paint of the home page.
const SessionExpiredDialog = lazy(async () => ({ default: (await import('./SessionExpiredDialog')).SessionExpiredDialog }));

/** What is around every page, signed in or not. */
export function Root() {
  const { t } = useTranslation('common');
  const navigation = useNavigation();
  const expired = useStore(expiredSession);
  useArrival();
  return (
    <>
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      {navigation.state === 'loading' && <div className="page-loading" role="progressbar" aria-label={t('loading')} />}
      <OutageBanner />
      <Outlet />
      <Suspense>{expired && <SessionExpiredDialog />}</Suspense>
      <UnsavedGuard />
      <ScrollRestoration />
    </>
  );
}
