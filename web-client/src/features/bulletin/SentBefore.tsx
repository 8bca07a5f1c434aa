import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../components/StatusChip';
import { clockTime, longDate, number } from '../../lib/format';
import type { EditionOpportunity } from './api/editions';

type SentIn = NonNullable<EditionOpportunity['sentIn']>;
type PlannedIn = NonNullable<EditionOpportunity['plannedIn']>;
type Say = ReturnType<typeof useTranslation<'bulletin'>>['t'];

/** Where an opportunity went out, and where it is to. */
export type InNumbers = { sentIn?: SentIn | null; plannedIn?: PlannedIn | null };

/** Già nel numero 12 del 3 novembre 2026 */
const sentWords = ({ number: latest, sentAt, times }: SentIn, t: Say) =>
  t('sentBefore.words', { count: Number(times), times: number(Number(times)), number: Number(latest), day: longDate(sentAt) });

/** Nel numero 13, previsto il 10 novembre 2026 alle 09:00 */
const plannedWords = ({ number: next, scheduledAt }: PlannedIn, t: Say) => t('sentBefore.planned', { number: Number(next), day: longDate(scheduledAt), time: clockTime(scheduledAt) });

/** The other numbers that readers saw it in, or will; none for one that is new. */
export const otherNumbers = ({ sentIn, plannedIn }: InNumbers, t: Say) => [sentIn && sentWords(sentIn, t), plannedIn && plannedWords(plannedIn, t)].filter((words) => typeof words === 'string');

/** That it went out before or is to, and when: readers see it there. */
export function SentBefore({ of: { sentIn, plannedIn } }: { of: InNumbers }) {
  const { t } = useTranslation('bulletin');
  return (
    <>
      {sentIn && (
        <span className="sent-before">
          <StatusChip tone="warn">{sentWords(sentIn, t)}</StatusChip>
        </span>
      )}
      {plannedIn && (
        <span className="sent-before">
          <StatusChip tone="blue">{plannedWords(plannedIn, t)}</StatusChip>
        </span>
      )}
    </>
  );
}
