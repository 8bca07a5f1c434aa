import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { useSectors } from '../../components/sectors';
import { Loaded } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { DateText } from '../../components/values';
import { daysFromToday } from '../../lib/format';
import { useCompany, useStanding, type Company } from './api/companies';
import { ArchiveDialog } from './ArchiveDialog';
import { AvailabilitySection } from './AvailabilitySection';
import { CompanyDetails } from './CompanyDetails';
import { ContactsSection } from './ContactsSection';
import { DocumentsSection } from './DocumentsSection';
import { HistorySection } from './HistorySection';
import { HostingSection } from './HostingSection';
import { MergesNotice } from './MergesNotice';
import { goTo, NextStepCard, places } from './NextStepCard';
import { PeopleSection } from './PeopleSection';
import { ReferralsSection } from './ReferralsSection';
import { SitesSection } from './SitesSection';
import { TagsSection } from './TagsSection';

export function CompanyPage() {
  const { t } = useTranslation('companies');
  const { companyId = '' } = useParams();
  const query = useCompany(companyId);
  const navigate = useNavigate();
  const answered = query.data?.id;
  // The address of a merged company answers the one that it became part of: the page moves there.
  useEffect(() => {
    if (answered && answered !== companyId) void navigate(`/companies/${answered}`, { replace: true });
  }, [answered, companyId, navigate]);
  if (query.data) return <CompanyRecord key={companyId} company={query.data} />;
  return (
    <Page title={t('one')} back={{ to: '/companies', label: t('title') }}>
      <Loaded query={query} lines={10}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function CompanyRecord({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const sectors = useSectors();
  const mayWrite = useRight('companies:write');
  const seesReferrals = useRight('company-referrals:read');
  const standing = useStanding(company.id);
  const steps = standing.data?.steps ?? [];
  const [logging, setLogging] = useState(false);
  const [archiving, setArchiving] = useState(false);
  // The form stands beside the record, on a phone far below it: whoever asks for it is brought there, whichever button was pressed.
  const log = () => {
    setLogging(true);
    goTo('contacts');
  };
  const archived = !!company.archivedAt;
  const age = company.availabilityVerifiedOn ? -daysFromToday(company.availabilityVerifiedOn) : 0;
  const place = company.municipalityName && `${company.municipalityName} (${company.province})`;
  return (
    <Page
      long
      title={company.name}
      back={{ to: '/companies', label: t('title') }}
      subtitle={[sectors.name(company.sector), t(`kind.${company.kind}`), place].filter(Boolean).join(' · ')}
      status={
        archived ? (
          <StatusChip>{t('archived')}</StatusChip>
        ) : company.availabilityIsKnown ? (
          <StatusChip tone="ok">{t('availability.places', { count: company.availablePlaces })}</StatusChip>
        ) : (
          <StatusChip tone={company.availableUntil ? 'warn' : 'neutral'}>
            {age > 0 ? t('availability.old', { count: age }) : t(company.availableUntil ? 'availability.stale' : 'availability.unknown')}
          </StatusChip>
        )
      }
      actions={
        mayWrite && (
          <>
            {archived ? (
              <Button look="fill" icon="restore" onClick={() => setArchiving(true)}>
                {t('restore')}
              </Button>
            ) : (
              // One filled button on the page: the next step has it, when there is one.
              <Button look={steps.length > 0 ? 'outline' : 'fill'} icon="telephone" onClick={log}>
                {t('contact.log')}
              </Button>
            )}
            {!archived && <Menu label={t('more')} items={[{ label: t('archive'), icon: 'folder', onSelect: () => setArchiving(true) }]} />}
          </>
        )
      }
    >
      {archived && (
        <Notice tone="warn" title={t('archivedNotice')}>
          {company.archiveReason} <DateText value={company.archivedAt} />
        </Notice>
      )}
      <NextStepCard steps={steps} mayWrite={mayWrite} onLog={log} />
      <MergesNotice company={company} mayWrite={mayWrite && !archived} />
      <div className="with-side">
        <div>
          <div id={places.availability}>
            <AvailabilitySection company={company} mayWrite={mayWrite && !archived} />
          </div>
          <HostingSection company={company} query={standing} />
          {seesReferrals && <ReferralsSection company={company} query={standing} />}
          <div id={places.people}>
            <PeopleSection company={company} mayWrite={mayWrite && !archived} />
          </div>
          <SitesSection company={company} mayWrite={mayWrite && !archived} />
          <div id={places.details}>
            <CompanyDetails company={company} mayWrite={mayWrite && !archived} />
          </div>
          <TagsSection company={company} mayWrite={mayWrite && !archived} />
          <DocumentsSection company={company} mayWrite={mayWrite && !archived} />
        </div>
        <div id={places.contacts}>
          <ContactsSection company={company} mayWrite={mayWrite && !archived} logging={logging} onLogging={setLogging} />
          <HistorySection company={company} />
        </div>
      </div>
      {archiving && <ArchiveDialog company={company} onClose={() => setArchiving(false)} />}
    </Page>
  );
}
