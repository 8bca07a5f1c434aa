import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import type { Edition } from './api/editions';

const tones: Record<Edition['state'], Tone> = { draft: 'neutral', scheduled: 'blue', sending: 'warn', sent: 'ok' };

export function EditionChip({ state }: { state: Edition['state'] }) {
  const { t } = useTranslation('bulletin');
  return <StatusChip tone={tones[state]}>{t(`edition.state.${state}`)}</StatusChip>;
}
