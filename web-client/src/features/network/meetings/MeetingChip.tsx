import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import type { Meeting } from '../api/meetings';

const tones: Record<Meeting['state'], Tone> = { planned: 'blue', awaitingMinutes: 'warn', awaitingApproval: 'warn', approved: 'ok', cancelled: 'neutral' };

export function MeetingChip({ state }: { state: Meeting['state'] }) {
  const { t } = useTranslation('network');
  return <StatusChip tone={tones[state]}>{t(`meetingState.${state}`)}</StatusChip>;
}
