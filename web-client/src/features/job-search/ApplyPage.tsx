import { useLocation, useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { ApplicationForm } from './ApplicationForm';
import { prepareApplication, type Opening } from './api/applications';
import { useCvs } from './api/cvs';
import { usePath, useRefresh } from './api/paths';

/** The opening comes with the navigation, not in the address; without one it is written by hand. */
export function ApplyPage() {
  const { t } = useTranslation('job-search');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const path = usePath(id);
  const cvs = useCvs(id);
  const opening = (useLocation().state as { opening?: Opening } | null)?.opening;
  return (
    <Page
      title={t('form.title')}
      width="form"
      subtitle={[path.data?.displayName, opening && [opening.title, opening.employer].filter(Boolean).join(', ')].filter(Boolean).join(' · ')}
      back={{ to: `/job-search/${id}/openings`, label: t('openings.title') }}
    >
      {cvs.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <ApplicationForm
          pathId={id}
          opening={opening}
          submit={async (draft) => (await prepareApplication(id, draft)).id}
          onDone={async (created) => {
            toast.done(t('form.saved'));
            await refresh();
            void navigate(`/job-search/applications/${created}`, { replace: true });
          }}
          onCancel={() => void navigate(-1)}
        />
      )}
    </Page>
  );
}
