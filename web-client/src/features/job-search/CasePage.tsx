import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMe, useRight } from '../../api/session';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText } from '../../components/values';
import { today } from '../../lib/format';
import { openPath, useCase, usePaths, useRefresh } from './api/paths';
import { PathChip } from './chips';
import { PathForm } from './PathForm';

/** From a case: to the search that is open, or to begin one. */
export function CasePage() {
  const { t } = useTranslation('job-search');
  const { caseId = '' } = useParams();
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const me = useMe().data?.id;
  const mayWrite = useRight('beneficiaries:write');
  const found = useCase(caseId);
  const list = usePaths({ caseId });
  const record = found.data;
  const open = list.rows.find((path) => path.state === 'open');
  if (open) return <Navigate to={`/job-search/${open.id}`} replace />;
  const error = found.error ?? list.error;
  const back = record ? { to: `/beneficiaries/${record.beneficiaryId}`, label: record.displayName } : { to: '/job-search', label: t('nav') };
  const day = today();
  const team = (record?.members ?? []).filter((member) => !member.toOn || member.toOn >= day);
  return (
    <Page title={t('begin')} width="form" subtitle={record?.displayName} back={back}>
      {error ? (
        <ErrorState error={error} onRetry={() => void found.refetch()} />
      ) : !record || list.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <>
          {record.closedOn || !mayWrite ? (
            <EmptyState icon="search" title={t('none.open')} text={record.closedOn ? t('caseClosed') : undefined} />
          ) : (
            <PathForm
              userId={team.some((member) => member.userId === me) ? me! : record.managerId}
              team={team}
              submitLabel={t('beginAction')}
              submit={async (plan) => (await openPath(caseId, plan)).id}
              onDone={(id) => {
                toast.done(t('begun'));
                void refresh();
                void navigate(`/job-search/${id}`, { replace: true });
              }}
              onCancel={() => void navigate(-1)}
            />
          )}
          {list.rows.length > 0 && (
            <SectionCard title={t('before')}>
              <ul className="rows">
                {list.rows.map((path) => (
                  <li key={path.id}>
                    <div className="grow">
                      <Link className="lnk" to={`/job-search/${path.id}`}>
                        <DateText value={path.openedOn} />
                      </Link>{' '}
                      <PathChip state={path.state} />
                      <div className="hint">{path.outcome ? t(`pathOutcome.${path.outcome}`) : t('closedWithCase')}</div>
                    </div>
                  </li>
                ))}
              </ul>
            </SectionCard>
          )}
        </>
      )}
    </Page>
  );
}
