import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import type { Protocol } from '../api/protocols';

const tones: Record<Protocol['state'], Tone> = { future: 'blue', current: 'ok', expiring: 'warn', expired: 'neutral' };

export function ProtocolChip({ state }: { state: Protocol['state'] }) {
  const { t } = useTranslation('network');
  return <StatusChip tone={tones[state]}>{t(`protocolState.${state}`)}</StatusChip>;
}
