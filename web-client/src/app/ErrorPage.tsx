import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/problem';
import { Button, ButtonLink } from '../components/Button';
import { describeError } from '../components/states';
import { Icon } from '../components/Icon';
import { classes } from '../lib/classes';
import { NotFoundPage } from './NotFoundPage';

/** A page that broke: says what happened, what is safe and what to do. */
export function ErrorPage({ whole }: { whole?: boolean }) {
  const { t } = useTranslation('common');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  // After an update the pieces of the old version are gone from the server.
  const outdated = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  const { title, text } = isApiError(error) ? describeError(error, t) : outdated ? { title: t('outdated.title'), text: t('outdated.text') } : { title: t('broken.title'), text: t('broken.text') };
  return (
    <div className={classes('empty', 'error', whole && 'lone')} role="alert">
      <Icon name="warning-circle" />
      <h1 className="empty-title" tabIndex={-1} data-page-title>
        {title}
      </h1>
      {text && <p>{text}</p>}
      <div className="empty-action">
        <Button look="fill" icon="refresh" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
        {!whole && <ButtonLink to="/">{t('backHome')}</ButtonLink>}
      </div>
    </div>
  );
}
