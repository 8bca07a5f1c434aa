import { Link, Navigate, useLocation, useNavigate, type Location } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { useDocumentTitle } from '../components/Page';
import { SignInForm } from './SignInForm';
import { switchLanguage } from './i18n';

export function SignInPage() {
  const { t, i18n } = useTranslation('common');
  const me = useMe();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: Location } | null)?.from;
  const other = i18n.language === 'it' ? 'en' : 'it';
  useDocumentTitle(t('signIn.title'));
  const enter = () => void navigate(from ?? '/', { replace: true, state: from?.state as unknown });

  if (me.data) return <Navigate to={from ?? '/'} replace />;
  return (
    <div className="sign-in">
      <main id="content" className="card0">
        <img src="/icon.svg" alt="" width="44" height="44" />
        <h1 tabIndex={-1} data-page-title>
          {t('signIn.title')}
        </h1>
        <p className="sub">{t('signIn.text')}</p>
        <SignInForm onSignedIn={enter} />
        <p className="hint">{t('signIn.help')}</p>
      </main>
      <footer className="inline">
        <Link to="/accessibility">{t('accessibility.nav')}</Link>
        <button type="button" className="btn0 plain" lang={other} onClick={() => void switchLanguage(other)}>
          {other === 'en' ? 'English' : 'Italiano'}
        </button>
      </footer>
    </div>
  );
}
