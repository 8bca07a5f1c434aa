import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { ApplicationForm } from './ApplicationForm';
import { changeApplication, useApplication } from './api/applications';
import { useRefresh } from './api/paths';

export function EditApplicationPage() {
  const { t } = useTranslation('job-search');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const query = useApplication(id);
  return (
    <Page title={t('form.edit')} width="form" subtitle={query.data?.employer} back={{ to: `/job-search/applications/${id}`, label: t('application') }}>
      <Loaded query={query} lines={8}>
        {(application) => (
          <ApplicationForm
            pathId={application.pathId}
            kept={application}
            submit={async (draft, version) => {
              await changeApplication(id, version!, draft);
              return id;
            }}
            onDone={async () => {
              toast.done(t('saved'));
              await refresh();
              void navigate(`/job-search/applications/${id}`, { replace: true });
            }}
            onCancel={() => void navigate(-1)}
          />
        )}
      </Loaded>
    </Page>
  );
}
