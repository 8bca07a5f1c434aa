import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/states';
import { SectionCard } from '../../components/SectionCard';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { DateText, RelativeDate } from '../../components/values';
import type { Company, Standing, useStanding } from './api/companies';

const tones: Record<Standing['referrals'][number]['state'], Tone> = { proposed: 'warn', accepted: 'blue', internship: 'ok', declined: 'neutral', withdrawn: 'neutral', expired: 'neutral' };

/** To whom the company was proposed, and what they said. */
export function ReferralsSection({ company, query }: { company: Company; query: ReturnType<typeof useStanding> }) {
  const { t } = useTranslation('companies');
  return (
    <SectionCard title={t('referrals.title')}>
      <Loaded query={query} lines={3}>
        {({ referrals, moreReferrals }) =>
          referrals.length === 0 ? (
            <p className="muted">{t('referrals.none')}</p>
          ) : (
            <>
              <ul className="rows" aria-label={t('referrals.title')}>
                {referrals.map((one) => (
                  <li key={one.id}>
                    <div className="row-head">
                      <Link to={`/companies/referrals/${one.id}`}>{one.duties}</Link>
                      <StatusChip tone={tones[one.state]}>{t(`referrals.state.${one.state}`)}</StatusChip>
                    </div>
                    <div className="muted">
                      {t('referrals.to', { name: one.educatorName ?? '' })}, <RelativeDate value={one.proposedAt} />
                      {one.state === 'proposed' && (
                        <>
                          {' · '}
                          {t('referrals.until')} <DateText value={one.reservedUntil} short />
                        </>
                      )}
                    </div>
                    {one.personName && <div>{t('referrals.for', { name: one.personName })}</div>}
                  </li>
                ))}
              </ul>
              {moreReferrals && <Link to={`/companies/referrals?companyId=${company.id}`}>{t('referrals.all')}</Link>}
            </>
          )
        }
      </Loaded>
    </SectionCard>
  );
}
