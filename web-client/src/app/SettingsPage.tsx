import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { Icon } from '../components/Icon';
import { Page } from '../components/Page';
import { settingsOf } from './modules';

/** Everything that is set once and then left alone, each with what it decides. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return (
    <Page title={t('common:settings.title')} subtitle={t('common:settings.sub')}>
      <ul className="settings-list card0">
        {(me ? settingsOf(me) : []).map((module) => (
          <li key={module.path}>
            <Icon name={module.icon} />
            <div>
              <Link to={module.path}>{t(module.label)}</Link>
              <p>{t(module.settings!)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
