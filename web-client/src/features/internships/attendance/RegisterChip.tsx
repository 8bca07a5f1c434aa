import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import type { RegisterSheet } from '../api/registers';

const tones: Record<RegisterSheet['state'], Tone> = { open: 'blue', toSign: 'warn', closed: 'ok' };

export function RegisterChip({ state }: { state: RegisterSheet['state'] }) {
  const { t } = useTranslation('internships');
  return <StatusChip tone={tones[state]}>{t(`register.state.${state}`)}</StatusChip>;
}
