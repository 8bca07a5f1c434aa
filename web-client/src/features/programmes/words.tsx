import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import type { Programme } from './api/programmes';

const tones: Record<Programme['state'], Tone> = { running: 'ok', future: 'blue', over: 'neutral' };

export function ProgrammeChip({ state }: { state: Programme['state'] }) {
  const { t } = useTranslation('programmes');
  return <StatusChip tone={tones[state]}>{t(`state.${state}`)}</StatusChip>;
}
