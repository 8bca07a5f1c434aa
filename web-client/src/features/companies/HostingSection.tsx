import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/states';
import { SectionCard } from '../../components/SectionCard';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { KeyValue, Period } from '../../components/values';
import type { Company, Standing, useStanding } from './api/companies';

const tones: Record<string, Tone> = { active: 'ok', ready: 'blue', toSign: 'warn', suspended: 'warn' };

/** What the company hosts and has hosted, and how many more it may: numbers for everybody, people only for whoever may see them. */
export function HostingSection({ company, query }: { company: Company; query: ReturnType<typeof useStanding> }) {
  const { t } = useTranslation('companies');
  return (
    <SectionCard title={t('hosting.title')}>
      <Loaded query={query} lines={3}>
        {({ internships, quotas }) => (
          <>
            <KeyValue
              items={[
                {
                  label: t('hosting.now'),
                  value: [t('hosting.running', { count: internships.running }), internships.starting > 0 && t('hosting.starting', { count: internships.starting })].filter(Boolean).join(' · '),
                },
                {
                  label: t('hosting.past'),
                  value: internships.ended === 0
                    ? t('hosting.nonePast')
                    : [
                        t('hosting.ended', { count: internships.ended }),
                        internships.interrupted > 0 && t('hosting.interrupted', { count: internships.interrupted }),
                        t('hosting.hired', { count: internships.hiredByHost }),
                      ]
                        .filter(Boolean)
                        .join(' · '),
                },
                { label: t('hosting.quota'), value: <Quotas quotas={quotas} company={company} /> },
              ]}
            />
            {internships.seen.length > 0 && (
              <ul className="rows" aria-label={t('hosting.people')}>
                {internships.seen.map((one) => (
                  <li key={one.internshipId}>
                    <div className="row-head">
                      <Link to={`/internships/${one.internshipId}`}>{one.personName}</Link>
                      <StatusChip tone={tones[one.stage] ?? 'neutral'}>{t(`hosting.stage.${one.stage}`)}</StatusChip>
                    </div>
                    <div className="muted">
                      <Period from={one.startsOn} to={one.endsOn} />
                    </div>
                  </li>
                ))}
              </ul>
            )}
            {internships.moreSeen && <p className="muted">{t('hosting.more')}</p>}
          </>
        )}
      </Loaded>
    </SectionCard>
  );
}

/** Kinds with the same room are told together. */
function Quotas({ quotas, company }: { quotas: Standing['quotas']; company: Company }) {
  const { t } = useTranslation('companies');
  const bound = quotas.filter((quota) => quota.holds);
  if (bound.length === 0) return t('hosting.noQuota');
  if (company.permanentStaff === null) return t('hosting.staffUnknown');
  return (
    <ul className="plain">
      {bound.map((quota) => (
        <li key={quota.kind}>
          {t(`hosting.kind.${quota.kind}`)}: {t('hosting.left', { count: quota.left ?? 0, allowed: quota.allowed ?? 0 })}
        </li>
      ))}
    </ul>
  );
}
