import { lazy, Suspense, useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { OutageBanner } from './OutageBanner';
import { expiredSession } from '../api/expired-session';
import { UnsavedGuard } from '../components/form/guard';
import { useStore } from '../lib/store';

// The kit of forms is not needed for the first paint of the home page.
const SessionExpiredDialog = lazy(async () => ({ default: (await import('./SessionExpiredDialog')).SessionExpiredDialog }));

/** What is around every page, signed in or not. */
export function Root() {
  const { t } = useTranslation('common');
  const navigation = useNavigation();
  const expired = useStore(expiredSession);
  useFocusOnArrival();
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

/** A new page is announced by moving the focus to its title; a change of filters leaves the focus where it is. */
function useFocusOnArrival() {
  const { pathname } = useLocation();
  const arrived = useRef(pathname);
  useEffect(() => {
    if (arrived.current === pathname) return;
    arrived.current = pathname;
    // The title may come a moment later, after the record is loaded.
    const focus = () => {
      const title = document.querySelector<HTMLElement>('[data-page-title]');
      title?.focus({ preventScroll: true });
      return title !== null;
    };
    if (focus()) return;
    const observer = new MutationObserver(() => focus() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), 5_000);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [pathname]);
}
