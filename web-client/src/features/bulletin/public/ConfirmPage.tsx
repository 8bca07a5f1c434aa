import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/parts';
import { ErrorState } from '../../../components/states';
import { useConfirmSubscription } from '../api/public';
import { PublicPage } from '../../../components/PublicPage';

/** Confirming takes a press: mail scanners that open every link must not subscribe anybody. */
export function ConfirmPage() {
  const { t } = useTranslation('bulletin');
  const { token = '' } = useParams();
  const confirm = useConfirmSubscription();
  return (
    <PublicPage title={t('public.confirm')} lead={confirm.isSuccess ? undefined : t('public.confirmLead')}>
      {confirm.isSuccess ? (
        <div role="status">
          <Notice tone="ok" title={t('public.confirmed')}>{t('public.confirmedText')}</Notice>
        </div>
      ) : (
        <>
          {confirm.error && <ErrorState error={confirm.error} />}
          <Button look="fill" busy={confirm.isPending} onClick={() => confirm.mutate(token)}>
            {t('public.confirmButton')}
          </Button>
        </>
      )}
      <p>
        <Link to="/offers">{t('public.all')}</Link>
      </p>
    </PublicPage>
  );
}
