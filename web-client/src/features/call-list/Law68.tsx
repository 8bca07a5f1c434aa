import { useTranslation } from 'react-i18next';
import { DateText } from '../../components/values';
import type { Company } from './api/call-list';

/** What L. 68/99 asks of the company, as its record says it: short enough to be read while one speaks. */
export function Law68({ company }: { company: Company }) {
  const { t } = useTranslation('call-list');
  const { state, staff, places, onlyTechnicalStaff } = company.obligation;
  if (state === 'unknown') return t('law68.unknown');
  if (state === 'notBound') return t('law68.notBound', { staff });
  return (
    <>
      <b>{t('law68.bound', { count: places })}</b>, {t(`law68.placement.${company.targetedPlacement ?? 'unknown'}`)}
      {onlyTechnicalStaff && <div className="muted">{t('law68.onlyTechnical')}</div>}
      {company.article14Convention && (
        <div className="muted">
          {t('law68.article14', { name: company.article14Convention })}
          {company.article14Until && (
            <>
              {' '}
              {t('until')} <DateText value={company.article14Until} short />
            </>
          )}
        </div>
      )}
    </>
  );
}
