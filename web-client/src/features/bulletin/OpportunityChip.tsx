import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import type { Opportunity } from './api/opportunities';

const tones: Record<Opportunity['state'], Tone> = { draft: 'neutral', proposed: 'warn', published: 'ok', expired: 'neutral', withdrawn: 'neutral', rejected: 'late' };

export function OpportunityChip({ state }: { state: Opportunity['state'] }) {
  const { t } = useTranslation('bulletin');
  return <StatusChip tone={tones[state]}>{t(`opportunities.state.${state}`)}</StatusChip>;
}
