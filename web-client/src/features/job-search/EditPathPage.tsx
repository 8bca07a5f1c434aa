import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { changePath, usePath, useRefresh } from './api/paths';
import { PathForm } from './PathForm';

export function EditPathPage() {
  const { t } = useTranslation('job-search');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const query = usePath(id);
  return (
    <Page title={t('edit')} width="form" subtitle={query.data?.displayName} back={{ to: `/job-search/${id}`, label: t('path') }}>
      <Loaded query={query} lines={8}>
        {(path) => (
          <PathForm
            path={path}
            userId={path.userId}
            team={path.team.some((one) => one.userId === path.userId) ? path.team : [{ userId: path.userId, name: path.userName }, ...path.team]}
            submitLabel={t('save')}
            submit={async (plan, version) => {
              await changePath(path.id, version!, plan);
              return path.id;
            }}
            onDone={async () => {
              toast.done(t('saved'));
              await refresh();
              void navigate(`/job-search/${id}`, { replace: true });
            }}
            onCancel={() => void navigate(-1)}
          />
        )}
      </Loaded>
    </Page>
  );
}
