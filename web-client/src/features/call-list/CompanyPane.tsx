import type { RefObject } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Timeline } from '../../components/parts';
import { useSectors } from '../../components/sectors';
import { Loaded } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { DateText, KeyValue, RelativeDate } from '../../components/values';
import { daysFromToday } from '../../lib/format';
import type { Availability, CallItem } from './api/call-list';
import { Law68 } from './Law68';
import { useCalledCompany, useHosting, useLastContacts, useOffers } from './api/company';

/** What one must know while the phone rings. */
export function CompanyPane({ companyId, known, staleDays, heading, onBack }: {
  companyId: string;
  known?: CallItem;
  staleDays: number;
  heading: RefObject<HTMLHeadingElement | null>;
  onBack?: () => void;
}) {
  const { t } = useTranslation('call-list');
  const sectors = useSectors();
  const company = useCalledCompany(companyId);
  const offers = useOffers(companyId);
  const contacts = useLastContacts(companyId);
  const hosting = useHosting(companyId).data;
  const open = offers.data?.items.filter((offer) => offer.state !== 'ended') ?? [];
  const verified = open.map((offer) => offer.verifiedOn).sort().at(-1);
  const age = verified ? -daysFromToday(verified) : undefined;
  const unreached = company.data?.unreachedInARow ?? known?.unreachedInARow ?? 0;
  return (
    <>
      {onBack && (
        <Button look="plain" small icon="arrow-left" onClick={onBack}>
          {t('backToList')}
        </Button>
      )}
      <div className="call-head">
        <h2 ref={heading} tabIndex={-1}>
          {company.data?.name ?? known?.name ?? t('company')}
        </h2>
        {age !== undefined && age > staleDays && <StatusChip tone="warn">{t('oldAvailability', { count: age })}</StatusChip>}
        {(company.data?.lastOutcome ?? known?.lastOutcome) === 'wrongNumber' && <StatusChip tone="warn">{t('numberToCorrect')}</StatusChip>}
        {unreached >= 3 && <StatusChip tone="warn">{t('unreached', { count: unreached })}</StatusChip>}
      </div>
      <Loaded query={company} lines={8}>
        {(record) => {
          const person = record.contactPerson;
          const number = person.phone ?? record.phone;
          return (
            <>
              <p className="sub">
                {[record.municipalityName && `${record.municipalityName} (${record.province})`, sectors.name(record.sector), record.permanentStaff !== null && t('staff', { count: record.permanentStaff })]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <KeyValue
                items={[
                  {
                    label: t('talkTo'),
                    value: person.name && (
                      <>
                        <b>{person.name}</b>
                        {[person.role, person.preferredHours].filter(Boolean).map((text) => `, ${text}`)}
                      </>
                    ),
                  },
                  {
                    label: t('phone'),
                    value: number && (
                      <a className="call-number" href={`tel:${number.replace(/\s/g, '')}`}>
                        {number}
                      </a>
                    ),
                  },
                  !!person.phone && !!record.phone && person.phone !== record.phone && { label: t('switchboard'), value: <a href={`tel:${record.phone.replace(/\s/g, '')}`}>{record.phone}</a> },
                  person.doNotCall && { label: '', value: <strong>{t('doNotCall')}</strong> },
                  {
                    label: t('internships'),
                    value:
                      hosting &&
                      [
                        t('hosted', { count: hosting.hosted }),
                        t('hired', { count: hosting.hired }),
                        hosting.quota !== null && t('quota', { quota: hosting.quota, free: Math.max(0, (hosting.quota ?? 0) - hosting.running) }),
                      ]
                        .filter(Boolean)
                        .join(' · '),
                  },
                  { label: t('law68.label'), value: <Law68 company={record} /> },
                  !!record.lookedAfterByName && { label: t('lookedAfter'), value: record.lookedAfterByName },
                  !!record.notes && { label: t('notes'), value: <span className="pre-line">{record.notes}</span> },
                ]}
              />
              <p>
                <Link to={`/companies/${record.id}`}>{t('openRecord')}</Link>
              </p>
            </>
          );
        }}
      </Loaded>
      <div className="sec">
        <h3>{t('availability')}</h3>
        {offers.data && open.length === 0 ? <p className="muted">{t('noAvailability')}</p> : open.map((offer) => <Offer key={offer.id} offer={offer} />)}
      </div>
      <div className="sec">
        <h3>{t('lastContacts')}</h3>
        <Loaded query={contacts} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="muted">{t('neverCalled')}</p>
            ) : (
              <Timeline
                entries={items.map((contact) => ({
                  key: contact.id,
                  title: t(`outcome.${contact.outcome}`),
                  when: <RelativeDate value={contact.contactedAt} />,
                  by: [contact.contactedByName, contact.spokeWith && t('with', { name: contact.spokeWith })].filter(Boolean).join(' · '),
                  text: contact.note && <span className="pre-line">{contact.note}</span>,
                }))}
              />
            )
          }
        </Loaded>
      </div>
    </>
  );
}

function Offer({ offer }: { offer: Availability }) {
  const { t } = useTranslation('call-list');
  return (
    <div className="card0 padded call-offer">
      <div className="row-head">
        <b>
          {t('places', { count: offer.places })}, {offer.duties}
        </b>
        <span>
          <StatusChip>{t(`context.${offer.context}`)}</StatusChip> {offer.trend !== 'normal' && <StatusChip tone="blue">{t(`trend.${offer.trend}`)}</StatusChip>}
        </span>
      </div>
      <div className="muted">
        {offer.weeklyHours && <>{t('hours', { count: offer.weeklyHours })} · </>}
        {offer.to && (
          <>
            {t('until')} <DateText value={offer.to} /> ·{' '}
          </>
        )}
        {t('verified')} <RelativeDate value={offer.verifiedOn} />
      </div>
    </div>
  );
}
