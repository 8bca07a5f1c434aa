import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import type { RuleSetEffects } from '../api/rule-sets';

/** What a version changes: how many, by rule; and which, for whoever may see the persons. */
export function Effects({ effects }: { effects: RuleSetEffects }) {
  const { t } = useTranslation('internships');
  return (
    <>
      <p>
        {t('rules.toStart', { count: effects.toStart })} {t('rules.running', { count: effects.running })}
      </p>
      {effects.rules.length === 0 ? (
        <p>{t('rules.nothingChanges')}</p>
      ) : (
        <ul>
          {effects.rules.map((rule) => (
            <li key={rule.code} className="rule">
              <Icon name={rule.breaks > 0 ? 'warning-circle' : 'info-circle'} className={rule.breaks > 0 ? 'late' : 'warn'} />
              <div>
                {t(`ruleName.${rule.code}`)}
                <small>
                  {[
                    rule.breaks > 0 && t('rules.breaks', { count: rule.breaks }),
                    rule.mends > 0 && t('rules.mends', { count: rule.mends }),
                    rule.depends > 0 && t('rules.depends', { count: rule.depends }),
                  ]
                    .filter(Boolean)
                    .join('; ') || t('rules.otherwise')}
                </small>
              </div>
            </li>
          ))}
        </ul>
      )}
      {effects.internships.length > 0 && (
        <ul className="rows">
          {effects.internships.map((one) => (
            <li key={one.id} className="row0">
              <div className="row0-main">
                <Link to={`/internships/${one.id}`}>
                  <b>{one.personName}</b>
                </Link>{' '}
                · {one.companyName}
                {one.rules.map((rule) => (
                  <div key={rule.code} className="muted">
                    {rule.sentence}
                  </div>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {effects.others > 0 && <p className="hint">{t('rules.others', { count: effects.others })}</p>}
    </>
  );
}
