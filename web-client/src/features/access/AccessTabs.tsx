import { NavLink } from 'react-router';
import { useTranslation } from 'react-i18next';

/** People and systems: who may come in. */
export function AccessTabs() {
  const { t } = useTranslation('access');
  return (
    <nav className="tabs" aria-label={t('nav')}>
      <NavLink to="/access" end>
        {t('accounts.title')}
      </NavLink>
      <NavLink to="/access/systems">{t('systems.title')}</NavLink>
    </nav>
  );
}
