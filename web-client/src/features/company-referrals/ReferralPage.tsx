import { useCallback, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice, Steps, Timeline } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { ErrorState, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { KeyValue } from '../../components/values';
import { dateTime, longDate } from '../../lib/format';
import { useReferral, useRefresh, withdrawReferral, type Referral } from './api/referrals';
import { NeedFacts } from './needs/NeedFacts';
import { AcceptDialog } from './record/AcceptDialog';
import { DeclineDialog } from './record/DeclineDialog';
import { OpeningFacts } from './record/OpeningFacts';
import { StateChip } from './words';

export function ReferralPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('company-referrals');
  const query = useReferral(id);
  if (query.data) return <Record referral={query.data} />;
  return (
    <Page title={t('one')} back={{ to: '/companies/referrals', label: t('title') }}>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={8} />}
    </Page>
  );
}

const steps = ['proposed', 'accepted', 'internship'] as const;

function Record({ referral }: { referral: Referral }) {
  const { t } = useTranslation('company-referrals');
  const [dialog, setDialog] = useState<'accept' | 'decline' | null>(null);
  const close = useCallback(() => setDialog(null), []);
  const mayPropose = useRight('company-referrals:propose');
  const navigate = useNavigate();
  const withdraw = useWithdrawal(referral);
  const { state } = referral;
  const over = state === 'declined' || state === 'expired' || state === 'withdrawn';
  // Which case it is for travels in the history entry, never in the address.
  const toInternship = () =>
    void navigate(`/internships/new?companyId=${referral.companyId}&referral=${referral.id}`, { state: referral.case ? { caseId: referral.case.caseId } : undefined });

  const nextStep =
    state === 'proposed' && referral.mayAnswer ? (
      <>
        <Button look="fill" icon="check" onClick={() => setDialog('accept')}>
          {t('accept.action')}
        </Button>
        <Button look="quiet" onClick={() => setDialog('decline')}>
          {t('decline.action')}
        </Button>
      </>
    ) : referral.mayProposeInternship ? (
      <Button look="fill" icon="arrow-right" onClick={toInternship}>
        {t('toInternship')}
      </Button>
    ) : referral.internshipId ? (
      <ButtonLink look="fill" icon="card" to={`/internships/${referral.internshipId}`}>
        {t('openInternship')}
      </ButtonLink>
    ) : (
      over &&
      mayPropose &&
      referral.availability.state === 'current' &&
      referral.availability.freePlaces > 0 && (
        <ButtonLink look="fill" icon="share" to={`/companies/referrals/new?availability=${referral.availability.id}`}>
          {t('proposeAgain')}
        </ButtonLink>
      )
    );
  return (
    <Page
      title={referral.companyName}
      back={{ to: '/companies/referrals', label: t('title') }}
      status={<StateChip state={state} />}
      subtitle={[referral.municipalityName, t('toEducator', { name: referral.educatorName ?? '' }), t('byOperator', { name: referral.proposedByName ?? '' })].filter(Boolean).join(' · ')}
      actions={
        <>
          {nextStep}
          <Menu
            label={t('otherActions')}
            items={[
              { label: t('openCompany'), icon: 'pa', to: `/companies/${referral.companyId}` },
              !!referral.case && { label: t('openPerson'), icon: 'user', to: `/beneficiaries/${referral.case.beneficiaryId}` },
              state === 'accepted' && referral.mayAnswer && { label: t('giveUp'), icon: 'close', onSelect: () => setDialog('decline') },
              referral.mayWithdraw && 'line',
              referral.mayWithdraw && { label: t('withdraw.action'), icon: 'delete', danger: true, onSelect: () => void withdraw() },
            ]}
          />
        </>
      }
    >
      {!over && <Steps label={t('steps')} steps={steps.map((key) => ({ key, label: t(`step.${key}`) }))} current={state} />}
      <Situation referral={referral} />
      <div className="beside">
        <div>
          <SectionCard title={t('company')}>
            <CompanyFacts referral={referral} />
          </SectionCard>
          <SectionCard title={referral.availability.duties}>
            <OpeningFacts opening={referral.availability} />
          </SectionCard>
        </div>
        <SectionCard title={t('history')}>
          <Timeline entries={referral.history.map((moment, at) => ({ key: `${moment.kind}${at}`, title: t(`moment.${moment.kind}`), when: dateTime(moment.at), by: moment.by }))} />
        </SectionCard>
      </div>
      {referral.note && (
        <SectionCard title={t('noteOf', { name: referral.proposedByName ?? '' })}>
          <p className="pre-line">{referral.note}</p>
        </SectionCard>
      )}
      {referral.need && (
        <SectionCard title={t('needOf', { name: referral.need.openedByName ?? '' })} actions={<Link to={`/companies/needs/${referral.need.id}`}>{t('openNeed')}</Link>}>
          <NeedFacts need={referral.need} />
        </SectionCard>
      )}
      {dialog === 'accept' && <AcceptDialog referral={referral} onClose={close} />}
      {dialog === 'decline' && <DeclineDialog referral={referral} onClose={close} />}
    </Page>
  );
}

/** The company, one press away, and whom to call there. */
function CompanyFacts({ referral }: { referral: Referral }) {
  const { t } = useTranslation('company-referrals');
  const { name, phone, doNotCall } = referral.contact;
  return (
    <KeyValue
      items={[
        { label: t('companyName'), value: <Link to={`/companies/${referral.companyId}`}>{referral.companyName}</Link> },
        !!name && { label: t('talkTo'), value: name },
        { label: t('phone'), value: doNotCall ? <strong>{t('doNotCall')}</strong> : phone ? <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a> : t('noPhone') },
      ]}
    />
  );
}

/** Where it stands, in a sentence: who waits for whom and until when. */
function Situation({ referral }: { referral: Referral }) {
  const { t } = useTranslation('company-referrals');
  const until = longDate(referral.reservedUntil);
  switch (referral.state) {
    case 'proposed':
      return <Notice title={t('situation.kept', { until })}>{t(referral.mayAnswer ? 'situation.keptText' : 'situation.keptOther', { name: referral.educatorName ?? '' })}</Notice>;
    case 'accepted':
      return (
        <Notice tone="ok" title={t('situation.accepted')}>
          {referral.case ? t('forPerson', { name: referral.case.displayName }) : t(referral.mayAnswer ? 'situation.acceptedText' : 'situation.acceptedOther')}
        </Notice>
      );
    case 'internship':
      return <Notice tone="ok" title={t('situation.internship')}>{referral.case && t('forPerson', { name: referral.case.displayName })}</Notice>;
    case 'declined':
      return (
        <Notice tone="warn" title={referral.declineReason ? t('situation.declinedFor', { reason: t(`reason.${referral.declineReason}`) }) : t('state.declined')}>
          {referral.declineNote && <span className="pre-line">{referral.declineNote}</span>}
        </Notice>
      );
    case 'expired':
      return <Notice tone="warn" title={t('situation.expired', { until })}>{t('situation.freeAgain')}</Notice>;
    default:
      return <Notice tone="warn" title={t('situation.withdrawn')}>{t('situation.freeAgain')}</Notice>;
  }
}

function useWithdrawal(referral: Referral) {
  const { t } = useTranslation('company-referrals');
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();
  return async () => {
    if (!(await confirm({ title: t('withdraw.title', { company: referral.companyName }), text: t('withdraw.text'), action: t('withdraw.action'), danger: true }))) return;
    try {
      await withdrawReferral(referral.id);
      toast.done(t('withdraw.done'));
    } catch (error) {
      toast.failed(error);
    }
    await refresh();
  };
}
