import { Link, Outlet } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useService } from '../api/service';
import { switchLanguage } from './i18n';

/** Around the pages for everybody: the name, two ways on, nothing else. */
export function PublicFrame() {
  const { t, i18n } = useTranslation('common');
  const service = useService();
  const other = i18n.language === 'it' ? 'en' : 'it';
  return (
    <div className="public">
      <header>
        <Link to="/offers" className="name">
          {t('public.name')}
        </Link>
        <nav aria-label={t('navigation')}>
          <Link to="/offers">{t('public.offers')}</Link>
          <Link to="/bulletin/archive">{t('public.bulletin')}</Link>
        </nav>
      </header>
      <main id="content">
        <Outlet />
      </main>
      <footer>
        {service.data && <span>{service.data.name}</span>}
        <button type="button" className="btn0 plain" lang={other} onClick={() => void switchLanguage(other)}>
          {other === 'en' ? 'English' : 'Italiano'}
        </button>
        <Link to="/accessibility">{t('accessibility.nav')}</Link>
        <Link to="/">{t('public.staff')}</Link>
      </footer>
    </div>
  );
}
