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
  return (
    <>
      <Loaded query={query}>
        {(edition) => (
          <PublicPage title={t('edition.full', { title: edition.title, number: edition.number })} lead={longDate(edition.sentAt)}>
            <Written html={edition.html} />
          </PublicPage>
        )}
      </Loaded>
      <p>
        <Link to="/bulletin/archive">{t('public.allEditions')}</Link>
      </p>
    </>
  );
}
