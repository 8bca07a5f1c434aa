import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../components/StatusChip';
import { longDate, number } from '../../lib/format';
import type { EditionOpportunity } from './api/editions';

type SentIn = NonNullable<EditionOpportunity['sentIn']>;
type Say = ReturnType<typeof useTranslation<'bulletin'>>['t'];

/** Già nel numero 12 del 3 novembre 2026 */
export const sentWords = ({ number: latest, sentAt, times }: SentIn, t: Say) =>
  t('sentBefore.words', { count: Number(times), times: number(Number(times)), number: Number(latest), day: longDate(sentAt) });

/** That it went out before, and when: readers have seen it. */
export function SentBefore({ sentIn }: { sentIn: SentIn }) {
  const { t } = useTranslation('bulletin');
  return (
    <span className="sent-before">
      <StatusChip tone="warn">{sentWords(sentIn, t)}</StatusChip>
    </span>
  );
}
