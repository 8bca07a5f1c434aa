import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/Button';
import { Page } from '../components/Page';
import { EmptyState } from '../components/states';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notFound.title')}>
      <div className="card0">
        <EmptyState icon="search" title={t('notFound.heading')} text={t('notFound.text')} action={<ButtonLink to="/">{t('backHome')}</ButtonLink>} />
      </div>
    </Page>
  );
}
