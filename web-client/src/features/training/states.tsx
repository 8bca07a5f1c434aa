import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { number } from '../../lib/format';
import type { EditionState } from './api/editions';
import type { Enrolment } from './api/enrolments';
import type { Session } from './api/sessions';

const editionTones: Record<EditionState, Tone> = { planned: 'neutral', enrolling: 'blue', running: 'ok', ended: 'neutral', cancelled: 'late' };
const enrolmentTones: Record<Enrolment['state'], Tone> = { enrolled: 'blue', confirmed: 'ok', waiting: 'warn', withdrawn: 'neutral', completed: 'ok' };
const sessionTones: Record<Session['state'], Tone> = { planned: 'neutral', held: 'ok', cancelled: 'late' };

export function EditionChip({ state }: { state: EditionState }) {
  const { t } = useTranslation('training');
  return <StatusChip tone={editionTones[state]}>{t(`editionState.${state}`)}</StatusChip>;
}

export function EnrolmentChip({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('training');
  if (enrolment.state === 'waiting') return <StatusChip tone="warn">{t('waitingAt', { position: enrolment.waitingPosition ?? 1 })}</StatusChip>;
  if (enrolment.state === 'completed' && enrolment.passed === false) return <StatusChip tone="warn">{t('notPassed')}</StatusChip>;
  if (enrolment.state === 'completed' && enrolment.passed) return <StatusChip tone="ok">{t('passed')}</StatusChip>;
  return <StatusChip tone={enrolmentTones[enrolment.state]}>{t(`enrolmentState.${enrolment.state}`)}</StatusChip>;
}

export function SessionChip({ session }: { session: Session }) {
  const { t } = useTranslation('training');
  return <StatusChip tone={sessionTones[session.state]}>{t(`sessionState.${session.state}`)}</StatusChip>;
}

/** 18 di 20 posti */
export function PlacesText({ taken, places }: { taken: number; places: number }) {
  const { t } = useTranslation('training');
  return <span className="number">{t('placesTaken', { taken: number(taken), places: number(places) })}</span>;
}

/** 4 h 30 min, or whole hours where there are no minutes. */
export function useHours() {
  const { t } = useTranslation('training');
  return (minutes: number) => (minutes % 60 === 0 ? t('hours', { hours: number(minutes / 60) }) : t('hoursAndMinutes', { hours: number(Math.floor(minutes / 60)), minutes: minutes % 60 }));
}
