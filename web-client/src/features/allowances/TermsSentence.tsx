import { useTranslation } from 'react-i18next';
import { money } from '../../lib/format';
import type { Scheme } from './api/schemes';

type Terms = Scheme['terms'][number];

/** What terms say, in a line. */
export function TermsSentence({ terms }: { terms: Terms }) {
  const { t } = useTranslation('allowances');
  const parts = [
    t(`schemes.method.${terms.method ?? 'setInProject'}`),
    Number(terms.cents) > 0 && money(Number(terms.cents)),
    terms.centsWithMeals !== null && t('schemes.withMeals', { amount: money(Number(terms.centsWithMeals)) }),
    terms.thresholdPercent !== null && t(terms.thresholdAbove ? 'schemes.thresholdAbove' : 'schemes.threshold', { percent: Number(terms.thresholdPercent) }),
    terms.thresholdPercent !== null && t(`schemes.below.${terms.below ?? 'nothing'}`),
    terms.floorCents !== null && t('schemes.floor', { amount: money(Number(terms.floorCents)) }),
    terms.totalCents !== null && t('schemes.total', { amount: money(Number(terms.totalCents)) }),
    terms.dayShare === 'thirtieths' && t('schemes.inThirtieths'),
    ...(terms.steps ?? []).map((step) => {
      const said = { from: Number(step.reachedAt), amount: money(Number(step.cents)) };
      return terms.method === 'monthlyHourBands' && said.from > 1 ? t('schemes.band', said) : t('schemes.step', said);
    }),
  ].filter(Boolean);
  return <>{parts.join(', ')}</>;
}
