import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import type { Lane, Referral } from './api/referrals';

export type State = Referral['state'];

export const lanes = ['proposed', 'accepted', 'internship', 'declined', 'expired'] as const satisfies readonly Lane[];
export const declineReasons = ['nobodySuitable', 'tooFar', 'hoursDoNotFit', 'dutiesDoNotFit', 'constraintsDoNotFit', 'notInterested', 'foundElsewhere', 'other'] as const;
export const efforts = ['low', 'medium', 'high'] as const;
export const contexts = ['protected', 'productive', 'job'] as const;

const tones: Record<State, Tone> = { proposed: 'warn', accepted: 'blue', internship: 'ok', declined: 'neutral', withdrawn: 'neutral', expired: 'neutral' };

export function StateChip({ state }: { state: State }) {
  const { t } = useTranslation('company-referrals');
  return <StatusChip tone={tones[state]}>{t(`state.${state}`)}</StatusChip>;
}
