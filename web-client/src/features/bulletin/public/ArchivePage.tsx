import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { ErrorState, Skeleton } from '../../../components/states';
import { longDate } from '../../../lib/format';
import { useArchive } from '../api/public';
import { PublicPage } from '../../../components/PublicPage';
import { SubscribeForm } from './SubscribeForm';

export function ArchivePage() {
  const { t } = useTranslation('bulletin');
  const list = useArchive();
  return (
    <PublicPage title={t('public.bulletin')} lead={t('public.bulletinLead')}>
      <SubscribeForm />
      <h2>{t('public.editions')}</h2>
      {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={5} /> : null}
      {!list.isPending && !list.error && list.rows.length === 0 && <p>{t('public.noEditions')}</p>}
      <ul className="offers">
        {list.rows.map((edition) => (
          <li key={edition.number}>
            <Link to={`/bulletin/archive/${edition.number}`}>{t('edition.full', { title: edition.title, number: edition.number })}</Link> <span className="muted">{longDate(edition.sentAt)}</span>
          </li>
        ))}
      </ul>
      {list.hasMore && <Button busy={list.isLoadingMore} onClick={list.loadMore}>{t('public.more')}</Button>}
    </PublicPage>
  );
}
