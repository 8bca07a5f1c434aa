import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import type { Plan, PlanStep } from '../api/plans';

const tones: Record<Plan['state'], Tone> = { draft: 'neutral', toSign: 'warn', inForce: 'ok', superseded: 'neutral', closed: 'neutral' };
const stepTones: Record<PlanStep['state'], Tone> = { notStarted: 'neutral', running: 'blue', done: 'ok', interrupted: 'warn', dropped: 'neutral' };

export function PlanChip({ state }: { state: Plan['state'] }) {
  const { t } = useTranslation('beneficiaries');
  return <StatusChip tone={tones[state]}>{t(`plans.state.${state}`)}</StatusChip>;
}

export function StepChip({ state }: { state: PlanStep['state'] }) {
  const { t } = useTranslation('beneficiaries');
  return <StatusChip tone={stepTones[state]}>{t(`plans.step.${state}`)}</StatusChip>;
}
