import { NavLink } from 'react-router';
import { useTranslation } from 'react-i18next';

/** Two views of the module, each with its own address. */
export function TrainingTabs() {
  const { t } = useTranslation('training');
  return (
    <nav className="tabs" aria-label={t('nav')}>
      <NavLink to="/training" end>
        {t('courses.title')}
      </NavLink>
      <NavLink to="/training/editions">{t('editions.title')}</NavLink>
    </nav>
  );
}
