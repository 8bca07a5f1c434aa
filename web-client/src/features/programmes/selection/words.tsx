import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import { useCategories } from '../api/programmes';
import type { Criterion, Ranked } from '../api/selection';

const tones: Record<Ranked['state'], Tone> = { proposed: 'neutral', excluded: 'neutral', selected: 'ok', waiting: 'warn', renounced: 'neutral', enrolled: 'blue' };

export function CandidateChip({ state }: { state: Ranked['state'] }) {
  const { t } = useTranslation('programmes');
  return <StatusChip tone={tones[state]}>{t(`candidateState.${state}`)}</StatusChip>;
}

/** The name of a criterion with what it looks at. */
export function useCriterionName() {
  const { t } = useTranslation('programmes');
  const categories = useCategories();
  return (criterion: Criterion, argument: string | null) => {
    if (criterion === 'judged') return argument ?? '';
    if (criterion === 'longUnemployed') return t('criterionWith.longUnemployed', { count: Number(argument) });
    if (criterion === 'ageBand') return t('criterionWith.ageBand', { ages: argument });
    if (criterion === 'disadvantageCategory' && argument) return categories.find((item) => item.code === argument)?.name ?? argument;
    return t(`criterion.${criterion}`);
  };
}
