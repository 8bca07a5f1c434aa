import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import type { PersonState } from './api/search-people';

const tones: Record<PersonState, Tone> = { open: 'ok', stalled: 'warn', withoutCase: 'blue', closed: 'neutral' };

export function PersonStateChip({ state }: { state: PersonState }) {
  const { t } = useTranslation('beneficiaries');
  return <StatusChip tone={tones[state]}>{t(`state.${state}`)}</StatusChip>;
}
