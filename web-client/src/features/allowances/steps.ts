import type { Payment, Run } from './api/runs';

export const steps = ['check', 'approve', 'pay', 'end'] as const;

type Standing = Pick<Run, 'state' | 'payments'>;

export const peopleIn = (run: Standing, state: Payment['state']) => Number(run.payments.find((one) => one.code === state)?.people ?? 0);

export function stepOf(run: Standing): (typeof steps)[number] {
  if (run.state === 'draft') return 'check';
  if (run.state === 'toApprove') return 'approve';
  return peopleIn(run, 'pending') > 0 ? 'pay' : 'end';
}

/** How it ended, or is to end: a list whose transfers came back is not paid, one of dowries that are kept has nothing to pay. */
export function endOf(run: Standing): 'paid' | 'partly' | 'returned' | 'nothing' {
  if (stepOf(run) !== 'end') return 'paid';
  const [done, returned] = [peopleIn(run, 'done'), peopleIn(run, 'returned')];
  if (returned > 0) return done > 0 ? 'partly' : 'returned';
  return done > 0 ? 'paid' : 'nothing';
}
