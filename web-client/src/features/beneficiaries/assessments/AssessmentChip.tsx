import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import type { Assessment } from '../api/assessments';

const tones: Record<Assessment['state'], Tone> = { draft: 'neutral', toSign: 'warn', signed: 'ok' };

export function AssessmentChip({ state }: { state: Assessment['state'] }) {
  const { t } = useTranslation('beneficiaries');
  return <StatusChip tone={tones[state]}>{t(`assessments.state.${state}`)}</StatusChip>;
}
