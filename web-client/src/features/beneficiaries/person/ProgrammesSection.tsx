import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRight } from '../../../api/session';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { DateText, Money } from '../../../components/values';
import { useGrantsOf } from '../api/programmes';

/** What programmes assigned to the person; not there for who has none. */
export function ProgrammesSection({ personId }: { personId: string }) {
  const { t } = useTranslation('beneficiaries');
  const grants = useGrantsOf(personId).data ?? [];
  const mayRead = useRight('programmes:read');
  if (grants.length === 0) return null;
  return (
    <SectionCard title={t('programmes.title')}>
      <ul className="rows">
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
