import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../../components/StatusChip';
import { today } from '../../../lib/format';
import type { Appointment } from '../api/appointments';

const tones = { held: 'ok', noShow: 'late', cancelled: 'neutral' } as const;

export function AppointmentChip({ appointment }: { appointment: Pick<Appointment, 'state' | 'on' | 'over'> }) {
  const { t } = useTranslation('beneficiaries');
  if (appointment.state !== 'planned') return <StatusChip tone={tones[appointment.state]}>{t(`appointmentState.${appointment.state}`)}</StatusChip>;
  if (appointment.over) return <StatusChip tone="warn">{t('appointmentState.toRecord')}</StatusChip>;
  return <StatusChip tone="blue">{t(appointment.on === today() ? 'appointmentState.today' : 'appointmentState.planned')}</StatusChip>;
}
