import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/parts';
import { ErrorState } from '../../../components/states';
import { useUnsubscribe } from '../api/public';
import { PublicPage } from '../../../components/PublicPage';

export function UnsubscribePage() {
  const { t } = useTranslation('bulletin');
  const { token = '' } = useParams();
  const end = useUnsubscribe();
  return (
    <PublicPage title={t('public.unsubscribe')} lead={end.isSuccess ? undefined : t('public.unsubscribeLead')}>
      {end.isSuccess ? (
        <div role="status">
          <Notice tone="ok" title={t('public.unsubscribed')}>{t('public.unsubscribedText')}</Notice>
        </div>
      ) : (
        <>
          {end.error && <ErrorState error={end.error} />}
          <Button look="fill" busy={end.isPending} onClick={() => end.mutate(token)}>
            {t('public.unsubscribeButton')}
          </Button>
        </>
      )}
      <p>
        <Link to="/offers">{t('public.all')}</Link>
      </p>
    </PublicPage>
  );
}
