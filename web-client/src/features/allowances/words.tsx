import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import type { Payment, Run } from './api/runs';

const tones: Record<Run['state'], Tone> = { draft: 'blue', toApprove: 'warn', frozen: 'ok' };
const paymentTones: Record<Payment['state'], Tone> = { pending: 'blue', done: 'ok', returned: 'late', nothing: 'neutral' };

export function RunChip({ state }: { state: Run['state'] }) {
  const { t } = useTranslation('allowances');
  return <StatusChip tone={tones[state]}>{t(`state.${state}`)}</StatusChip>;
}

export function PaymentChip({ payment }: { payment: Payment }) {
  const { t } = useTranslation('allowances');
  return payment.problem ? <StatusChip tone="late">{t(`problem.${payment.problem}`)}</StatusChip> : <StatusChip tone={paymentTones[payment.state]}>{t(`payment.${payment.state}`)}</StatusChip>;
}

/** 5 or 5:30, from minutes. */
export const hours = (minutes: number) => (minutes % 60 === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
