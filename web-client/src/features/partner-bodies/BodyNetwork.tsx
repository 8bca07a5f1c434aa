import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { DateText } from '../../components/values';
import { useInvolvement } from './api/people';

/** Where the body takes part: short lists that lead to the records. */
export function BodyNetwork({ bodyId }: { bodyId: string }) {
  const { t } = useTranslation('partner-bodies');
  return (
    <SectionCard title={t('network.title')}>
      <Loaded query={useInvolvement(bodyId)} lines={3}>
        {({ tables, events, protocols }) =>
          tables.length + events.length + protocols.length === 0 ? (
            <EmptyState icon="share" title={t('network.empty')} />
          ) : (
            <ul className="rows">
              {tables.map((one) => (
                <li key={one.id} className="row0">
                  <Link className="row0-main" to={`/partner-bodies/tables/${one.id}`}>
                    {one.name}
                  </Link>
                  <span className="muted">{t('network.table')}</span>
                </li>
              ))}
              {events.map((one) => (
                <li key={one.id} className="row0">
                  <Link className="row0-main" to={`/partner-bodies/events/${one.id}`}>
                    {one.title}
                  </Link>
                  <span className="muted">
                    {t('network.event')}, <DateText value={one.day} short />
                  </span>
                </li>
              ))}
              {protocols.map((one) => (
                <li key={one.id} className="row0">
                  <Link className="row0-main" to={`/partner-bodies/protocols/${one.id}`}>
                    {one.subject}
                  </Link>
                  <span className="muted">{t('network.protocol')}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}
