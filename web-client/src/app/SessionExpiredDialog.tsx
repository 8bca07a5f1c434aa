import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { expiredSession } from '../api/expired-session';
import { meKey, type Me } from '../api/session';
import { Dialog } from '../components/Dialog';
import { useStore } from '../lib/store';
import { SignInForm } from './SignInForm';

/** The session ended while one was working: the page stays as it is behind, and goes on from where it was. */
export function SessionExpiredDialog() {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const waiting = useStore(expiredSession);
  if (!waiting) return null;
  const email = queries.getQueryData<Me | null>(meKey)?.email;
  const leave = () => {
    waiting.answer(false);
    queries.clear();
    // A whole new page: nothing that the first person had on the screen may be seen by the next.
    window.location.assign('/sign-in');
  };
  return (
    <Dialog open closable={false} title={t('expired.title')} onClose={() => undefined}>
      <p>{t('expired.text')}</p>
      <SignInForm email={email} onSignedIn={() => waiting.answer(true)} onCancel={leave} cancelLabel={t('expired.other')} />
    </Dialog>
  );
}
