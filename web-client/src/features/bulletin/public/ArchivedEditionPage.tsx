import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../components/states';
import { longDate } from '../../../lib/format';
import { useArchivedEdition } from '../api/public';
import { Written } from '../Written';
import { PublicPage } from '../../../components/PublicPage';

export function ArchivedEditionPage() {
  const { t } = useTranslation('bulletin');
  const query = useArchivedEdition(Number(useParams().number));
  const edition = query.data;
  return (
    <PublicPage title={edition ? t('edition.full', { title: edition.title, number: edition.number }) : t('public.bulletin')} lead={edition && longDate(edition.sentAt)}>
      <Loaded query={query}>{({ html }) => <Written html={html} />}</Loaded>
      <p>
        <Link to="/bulletin/archive">{t('public.allEditions')}</Link>
      </p>
    </PublicPage>
  );
}
