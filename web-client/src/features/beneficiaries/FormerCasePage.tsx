import { useEffect } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { ErrorState, Skeleton } from '../../components/states';
import { longDate } from '../../lib/format';
import { useCase, type Case } from './api/case';
import { AssessmentsSection } from './assessments/AssessmentsSection';
import { AppointmentsSection } from './diary/AppointmentsSection';
import { DiarySection } from './diary/DiarySection';
import { OutcomeSection } from './outcomes/OutcomeSection';
import { TeamSection } from './person/TeamSection';
import { PlanSection } from './plans/PlanSection';

/** What an équipe wrote in its case that is closed, for who does not see the person any more because others have followed them since: its outcome and what still waits for one are recorded here. */
export function FormerCasePage() {
  const { caseId = '' } = useParams();
  const { t } = useTranslation('beneficiaries');
  const record = useCase(caseId);
  if (record.data) return <FormerCase record={record.data} />;
  return (
    <Page title={t('formerCase.title')} back={{ to: '/beneficiaries/caseload?state=closed', label: t('formerCase.back') }}>
      {record.error ? <ErrorState error={record.error} onRetry={() => void record.refetch()} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function FormerCase({ record }: { record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const { hash } = useLocation();
  const full = record.sight === 'full';
  const mayWrite = useRight('beneficiaries:write') && full;
  useEffect(() => {
    if (record.personOpens) void navigate(`/beneficiaries/${record.beneficiaryId}${hash}`, { replace: true });
  }, [record.personOpens, navigate, record.beneficiaryId, hash]);
  // Whoever sees the person reads the case on their page.
  if (record.personOpens) return null;
  return (
    <Page
      title={record.displayName}
      subtitle={t('formerCase.period', { from: longDate(record.openedOn), to: longDate(record.closedOn!) })}
      back={{ to: '/beneficiaries/caseload?state=closed', label: t('formerCase.back') }}
      actions={
        full && (
          <ButtonLink look="quiet" icon="download" to={`/beneficiaries/${record.beneficiaryId}/cases/${record.id}/copy`}>
            {t('rights.part')}
          </ButtonLink>
        )
      }
    >
      <Notice title={t('formerCase.noticeTitle')}>{t('formerCase.noticeText')}</Notice>
      {full && <OutcomeSection record={record} mayWrite={mayWrite} />}
      <TeamSection record={record} />
      {full && <AssessmentsSection record={record} open={false} />}
      {full && <PlanSection record={record} open={false} />}
      {full && <AppointmentsSection record={record} open={mayWrite} begin={false} onTell={() => undefined} />}
      {full && <DiarySection record={record} open={false} noting={{ count: 0 }} />}
    </Page>
  );
}
