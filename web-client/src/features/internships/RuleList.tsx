import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Icon } from '../../components/Icon';
import type { IconName } from '../../components/icons';
import { dateTime } from '../../lib/format';
import type { CheckedRule } from './api/internships';
import { ToVerify } from './words';

type Look = CheckedRule['outcome'] | 'setAside';

const signs: Record<Look, { icon: IconName; look: string }> = {
  ok: { icon: 'check', look: 'ok' },
  warns: { icon: 'warning', look: 'warn' },
  blocks: { icon: 'warning-circle', look: 'late' },
  setAside: { icon: 'unlocked', look: 'warn' },
};

const order: Record<Look, number> = { blocks: 0, setAside: 1, warns: 2, ok: 3 };
const lookOf = (rule: CheckedRule): Look => (rule.setAside ? 'setAside' : rule.outcome);

interface Ways {
  mend?: (rule: CheckedRule) => string | (() => void) | undefined;
  /** For whoever may set a rule aside, and let it hold again. */
  setAside?: (rule: CheckedRule) => void;
  letHold?: (rule: CheckedRule) => void;
}

/** What is wrong first; each rule with its act, and a way to the field that mends it. */
export function RuleList({ rules, mend, setAside, letHold }: { rules: CheckedRule[] } & Ways) {
  const { t } = useTranslation('internships');
  return (
    <ul>
      {[...rules]
        .sort((one, other) => order[lookOf(one)] - order[lookOf(other)])
        .map((rule) => {
          const look = lookOf(rule);
          const way = rule.outcome === 'ok' || rule.setAside ? undefined : mend?.(rule);
          return (
            <li key={rule.code} className="rule">
              <Icon name={signs[look].icon} className={signs[look].look} label={t(`rule.${look}`)} />
              <div>
                {rule.sentence} {rule.toVerify && <ToVerify />}
                {rule.act && <small>{rule.act}</small>}
                {rule.setAside && (
                  <small>
                    {t('setAside.by', { at: dateTime(rule.setAside.at), by: rule.setAside.by ?? t('setAside.somebody') })} {rule.setAside.reason}
                  </small>
                )}
                {typeof way === 'string' && (
                  <ButtonLink look="plain" small to={way}>
                    {t('mend')}
                  </ButtonLink>
                )}
                {typeof way === 'function' && (
                  <button type="button" className="btn0 plain small" onClick={way}>
                    {t('mend')}
                  </button>
                )}
                {setAside && rule.mayBeSetAside && !rule.setAside && (
                  <button type="button" className="btn0 plain small" onClick={() => setAside(rule)}>
                    {t('setAside.action')}
                  </button>
                )}
                {letHold && rule.setAside && (
                  <button type="button" className="btn0 plain small" onClick={() => letHold(rule)}>
                    {t('setAside.letHold')}
                  </button>
                )}
              </div>
            </li>
          );
        })}
    </ul>
  );
}
