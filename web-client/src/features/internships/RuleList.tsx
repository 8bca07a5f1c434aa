import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../components/Icon';
import type { IconName } from '../../components/icons';
import type { CheckedRule } from './api/internships';
import { ToVerify } from './words';

const signs: Record<CheckedRule['outcome'], { icon: IconName; look: string }> = {
  ok: { icon: 'check', look: 'ok' },
  warns: { icon: 'warning', look: 'warn' },
  blocks: { icon: 'warning-circle', look: 'late' },
};

const order = { blocks: 0, warns: 1, ok: 2 };

/** What is wrong first; each rule with its act, and a way to the field that mends it. */
export function RuleList({ rules, mend }: { rules: CheckedRule[]; mend?: (rule: CheckedRule) => string | (() => void) | undefined }) {
  const { t } = useTranslation('internships');
  return (
    <ul>
      {[...rules]
        .sort((one, other) => order[one.outcome] - order[other.outcome])
        .map((rule) => {
          const way = rule.outcome === 'ok' ? undefined : mend?.(rule);
          return (
            <li key={rule.code} className="rule">
              <Icon name={signs[rule.outcome].icon} className={signs[rule.outcome].look} label={t(`rule.${rule.outcome}`)} />
              <div>
                {rule.sentence} {rule.toVerify && <ToVerify />}
                {rule.act && <small>{rule.act}</small>}
                {typeof way === 'string' && (
                  <Link className="lnk" to={way}>
                    {t('mend')}
                  </Link>
                )}
                {typeof way === 'function' && (
                  <button type="button" className="btn0 plain small" onClick={way}>
                    {t('mend')}
                  </button>
                )}
              </div>
            </li>
          );
        })}
    </ul>
  );
}
