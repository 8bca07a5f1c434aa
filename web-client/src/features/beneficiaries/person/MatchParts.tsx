import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../../lib/format';
import type { MatchReason } from '../api/work-profile';

/** Every reason for a place in the list, with the points it gave. */
export function Reasons({ reasons }: { reasons: readonly MatchReason[] }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.code} className={reason.points > 0 ? 'good' : undefined}>
          {reason.text} {reason.most > 0 && <span className="points">{t('companies.points', { points: number(reason.points), most: number(reason.most) })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Those that a hard constraint excludes, each with why; closed until somebody wants to know. */
export function Excluded<T>({ items, count, title, head }: { items: readonly (T & { bars: readonly MatchReason[] })[]; count: number; title: string; head: (item: T) => ReactNode }) {
  const { t } = useTranslation('beneficiaries');
  if (count === 0) return null;
  return (
    <details className="excluded">
      <summary>{title}</summary>
      <ul className="rows">
        {items.map((item, index) => (
          <li key={index}>
            <div>
              {head(item)}
              <ul className="reasons">
                {item.bars.map((bar) => (
                  <li key={bar.code} className="bar">
                    {bar.text}
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
      {count > items.length && <p className="hint">{t('companies.moreExcluded', { count: count - items.length })}</p>}
    </details>
  );
}
