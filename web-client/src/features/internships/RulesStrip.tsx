import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon';
import { classes } from '../../lib/classes';
import type { CheckedRule } from './api/internships';

/** Left between the field that has the focus and the strip, for its error or the words below it. */
const roomAbove = 32;

/**
 * How many rules say no or warn, while the form is filled in: they stand at its foot, and whoever is at its top would not see them. It follows at the lower edge until they are in sight, and leads there.
 * Nothing is drawn while there is nothing to say; who listens is told once that nothing is left.
 */
export function RulesStrip({ rules, onGo }: { rules: readonly CheckedRule[]; onGo: () => void }) {
  const { t } = useTranslation('internships');
  const spoke = useRef(false);
  const count = (outcome: CheckedRule['outcome']) => rules.filter((rule) => rule.outcome === outcome).length;
  const [blocks, warns] = [count('blocks'), count('warns')];
  const words = [blocks > 0 && t('rulesStrip.blocks', { count: blocks }), warns > 0 && t('rulesStrip.warns', { count: warns })].filter(Boolean).join(', ');
  if (words) spoke.current = true;
  const line = useRef<HTMLDivElement>(null);
  const isShown = words !== '';
  useEffect(() => {
    if (!isShown) return;
    const uncover = ({ target }: FocusEvent) => requestAnimationFrame(() => {
      const strip = line.current;
      if (!strip || !(target instanceof Element) || strip.contains(target)) return;
      const [field, over] = [target.getBoundingClientRect(), strip.getBoundingClientRect()];
      if (field.bottom > over.top && field.top < over.bottom) window.scrollBy({ top: field.bottom - over.top + roomAbove });
    });
    document.addEventListener('focusin', uncover);
    return () => document.removeEventListener('focusin', uncover);
  }, [isShown]);
  return (
    <div className={classes('rules-strip', words && 'on')} ref={line}>
      {words && <Icon name={blocks > 0 ? 'warning-circle' : 'warning'} className={blocks > 0 ? 'late' : 'warn'} />}
      <span role="status" className={words ? undefined : 'visually-hidden'}>
        {words || (spoke.current && rules.length > 0 ? t('rulesStrip.none') : '')}
      </span>
      {words && (
        <button type="button" className="btn0 plain small" onClick={onGo}>
          {t('rulesStrip.see')}
          <span className="visually-hidden"> {t('rulesStrip.seeWhat')}</span>
        </button>
      )}
    </div>
  );
}
