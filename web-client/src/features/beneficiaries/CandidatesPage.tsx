import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { longDate, number } from '../../lib/format';
import { useRight } from '../../api/session';
import { useCandidates, type Candidate } from './api/work-profile';
import { Excluded, Reasons } from './person/MatchParts';

/** Who could take an opening, among the people whose case one may see. */
export function CandidatesPage() {
  const { availabilityId = '' } = useParams();
  const { t } = useTranslation('beneficiaries');
  const query = useCandidates(availabilityId);
  if (!query.data) {
    return (
      <Page title={t('candidates.title')} back={{ to: '/companies', label: t('candidates.companies') }}>
        {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={8} />}
      </Page>
    );
  }
  const { opening, items, excluded, excludedCount } = query.data;
  return (
    <Page
      title={t('candidates.title')}
      back={{ to: `/companies/${opening.companyId}`, label: opening.companyName }}
      subtitle={[opening.duties, opening.municipalityName, opening.weeklyHours && t('candidates.hours', { count: opening.weeklyHours }), t('candidates.verified', { date: longDate(opening.verifiedOn) })]
        .filter(Boolean)
        .join(' · ')}
    >
      {!opening.isCurrent && <Notice tone="warn" title={t('candidates.notCurrent')}>{t('candidates.notCurrentText')}</Notice>}
      <SectionCard title={t('candidates.mine', { count: items.length })} note={t('candidates.note')}>
        {items.length === 0 ? (
          <EmptyState icon="user" title={t('candidates.none')} text={t('candidates.noneText')} />
        ) : (
          <ol className="rows">
            {items.map((candidate) => (
              <Person key={candidate.caseId} candidate={candidate} companyId={opening.companyId} />
            ))}
          </ol>
        )}
        <Excluded items={excluded} count={excludedCount} title={t('candidates.excluded', { count: excludedCount })} head={(candidate) => <Name candidate={candidate} />} />
      </SectionCard>
    </Page>
  );
}

function Name({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <>
      <Link className="lnk" to={`/beneficiaries/${candidate.beneficiaryId}`}>
        {candidate.displayName}
      </Link>{' '}
      <span className="hint">{[candidate.domicileName, candidate.managerName && t('candidates.followedBy', { name: candidate.managerName })].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function Person({ candidate, companyId }: { candidate: Candidate; companyId: string }) {
  const { t } = useTranslation('beneficiaries');
  const mayPropose = useRight('internships:write');
  return (
    <li>
      <div>
        <Name candidate={candidate} /> <StatusChip tone="blue">{t('companies.score', { points: number(candidate.score), most: number(candidate.mostPoints) })}</StatusChip>
        {candidate.profile !== 'used' && <div className="hint">{t(`candidates.profile.${candidate.profile}`)}</div>}
        <Reasons reasons={candidate.reasons} />
      </div>
      {mayPropose && candidate.profile !== 'teamOnly' && (
        <ButtonLink small to={`/internships/new?caseId=${candidate.caseId}&companyId=${companyId}`} aria-label={t('candidates.proposeFor', { name: candidate.displayName })}>
          {t('companies.propose')}
        </ButtonLink>
      )}
    </li>
  );
}
