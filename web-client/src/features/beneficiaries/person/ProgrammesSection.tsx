import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRight } from '../../../api/session';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { DateText, Money } from '../../../components/values';
import { useGrantsOf, useParticipationsOf } from '../api/programmes';

/** The programmes that the person takes part in, and what they assigned; not there for who has none. */
export function ProgrammesSection({ personId }: { personId: string }) {
  const { t } = useTranslation('beneficiaries');
  const grants = useGrantsOf(personId).data ?? [];
  const mayRead = useRight('programmes:read');
  const participations = useParticipationsOf(personId).data ?? [];
  if (grants.length === 0 && participations.length === 0) return null;
  return (
    <SectionCard title={t('programmes.title')}>
      <ul className="rows">
        {participations.map((one) => (
          <li key={one.id} className="row0">
            <div className="row0-main">
              {mayRead ? <Link to={`/programmes/${one.programmeId}`}>{one.programmeName}</Link> : one.programmeName} {!one.leftOn && <StatusChip tone="ok">{t('programmes.inside')}</StatusChip>}
              {one.leaving === 'due' && <StatusChip tone="warn">{t('programmes.leavingDue')}</StatusChip>}
              {one.sixMonths === 'due' && <StatusChip tone="warn">{t('programmes.sixMonthsDue')}</StatusChip>}
              <div className="hint">
                {t('from')} <DateText value={one.enteredOn} />{' '}
                {one.leftOn && (
                  <>
                    {t('to')} <DateText value={one.leftOn} />
                  </>
                )}
              </div>
              {one.situation && <div className="hint">{t('programmes.onLeaving', { situation: t(`situation.${one.situation}`) })}</div>}
              {one.sixMonthsSituation && <div className="hint">{t('programmes.later', { situation: t(`situation.${one.sixMonthsSituation}`) })}</div>}
            </div>
          </li>
        ))}
        {grants.map((grant) => (
          <li key={grant.id} className="row0">
            <div className="row0-main">
              {mayRead ? <Link to={`/programmes/${grant.programmeId}`}>{grant.programmeName}</Link> : grant.programmeName}{' '}
              {grant.state === 'revoked' && <StatusChip>{t('programmes.ended')}</StatusChip>}
              <div className="hint">
                {t(`programmes.kind.${grant.kind}`)}
                {grant.actionKind && ` ${t(`programmes.for.${grant.actionKind}`)}`} · {t('from')} <DateText value={grant.fromOn} /> {t('to')} <DateText value={grant.toOn} />
              </div>
              {grant.reason && <div className="hint">{grant.reason}</div>}
            </div>
            <Money cents={Number(grant.cents)} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
