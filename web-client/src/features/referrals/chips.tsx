import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { RelativeDate } from '../../components/values';
import type { Decision } from './api/readings';
import type { ReferralItem, ReferralState } from './api/referrals';

const stateTones: Record<ReferralState, Tone> = { received: 'blue', inReading: 'blue', waitingList: 'warn', takenOn: 'ok', declined: 'neutral', withdrawn: 'neutral' };

export function StateChip({ state, informationAsked }: { state: ReferralState; informationAsked?: boolean }) {
  const { t } = useTranslation('referrals');
  return (
    <>
      <StatusChip tone={stateTones[state]}>{t(`state.${state}`)}</StatusChip> {informationAsked && <StatusChip tone="warn">{t('informationAsked')}</StatusChip>}
    </>
  );
}

export function UrgencyChip({ urgency }: { urgency: ReferralItem['urgency'] | null }) {
  const { t } = useTranslation('referrals');
  return urgency && urgency !== 'ordinary' ? <StatusChip tone={urgency === 'urgent' ? 'late' : 'warn'}>{t(`urgency.${urgency}`)}</StatusChip> : null;
}

/** By when the answer is owed, coloured only while it is; the words say it too. */
export function DueChip({ referral }: { referral: Pick<ReferralItem, 'due' | 'answerDueOn' | 'answeredOn'> }) {
  const { t } = useTranslation('referrals');
  if (referral.answeredOn)
    return (
      <span className="hint">
        {t('answered')} <RelativeDate value={referral.answeredOn} />
      </span>
    );
  const date = <RelativeDate value={referral.answerDueOn} />;
  if (!referral.due) return date;
  return (
    <StatusChip tone={referral.due === 'late' ? 'late' : 'warn'}>
      {t(`due.${referral.due}`)} {date}
    </StatusChip>
  );
}

const decisionTones: Record<NonNullable<Decision['decision']>, Tone> = { takenOn: 'ok', waitingList: 'warn', declined: 'neutral', moreInformation: 'blue' };

export function DecisionChip({ decision }: { decision: NonNullable<Decision['decision']> }) {
  const { t } = useTranslation('referrals');
  return <StatusChip tone={decisionTones[decision]}>{t(`decision.${decision}`)}</StatusChip>;
}
