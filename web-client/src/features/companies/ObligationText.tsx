import { useTranslation } from 'react-i18next';
import { DateText } from '../../components/values';
import type { Company } from './api/companies';

/** What L. 68/99 asks of the company, with its act, and what is known of it. */
export function ObligationText({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const { state, staff, places, percent, onlyTechnicalStaff, act } = company.obligation;
  return (
    <>
      {state === 'unknown' && t('file.obligationUnknown')}
      {state === 'notBound' && t('file.notBound', { staff })}
      {state === 'bound' && <strong>{t('file.bound', { count: places })}</strong>}
      {state === 'bound' && <div className="muted">{[t('file.boundBy', { staff }), percent && `${percent}%`, act].filter(Boolean).join(' · ')}</div>}
      {state === 'bound' && onlyTechnicalStaff && <div className="muted">{t('file.onlyTechnical')}</div>}
      {state === 'bound' && <div>{t(`file.placement.${company.targetedPlacement ?? 'unknown'}`)}</div>}
      {(company.article14Convention || company.article14Until) && (
        <div>
          {t('file.article14')}: {company.article14Convention}
          {company.article14Until && (
            <>
              {' '}
              {t('file.until')} <DateText value={company.article14Until} short />
            </>
          )}
        </div>
      )}
    </>
  );
}
