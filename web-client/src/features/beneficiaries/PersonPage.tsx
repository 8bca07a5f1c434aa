import { useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/problem';
import { usePersonMarks } from '../../api/marks';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { PersonMarks } from '../../components/PersonMarks';
import { StatusChip } from '../../components/StatusChip';
import { ErrorState, Skeleton } from '../../components/states';
import { useCase } from './api/case';
import { usePerson, type Person } from './api/person';
import { PersonStateChip } from './StateChip';
import { AccessLogSection } from './person/AccessLogSection';
import { AttestationsSection } from './person/AttestationsSection';
import { BankAccountSection } from './person/BankAccountSection';
import { BenefitsSection } from './person/BenefitsSection';
import { CaseSection } from './person/CaseSection';
import { CloseCaseDialog } from './person/CloseCaseDialog';
import { CompaniesSection } from './person/CompaniesSection';
import { AppointmentsSection } from './diary/AppointmentsSection';
import { DiarySection, type Noting } from './diary/DiarySection';
import { AssessmentsSection } from './assessments/AssessmentsSection';
import { PlanSection } from './plans/PlanSection';
import { LikelySame, MergesSection } from './duplicates/PersonDuplicates';
import { CurriculumSection } from './person/CurriculumSection';
import { EmergencyDialog } from './person/EmergencyDialog';
import { HouseholdSection } from './person/HouseholdSection';
import { InternshipsSection } from './person/InternshipsSection';
import { LabourServicesSection } from './person/LabourServicesSection';
import { ReopenDialog, TransferDialog } from './outcomes/OutcomeDialogs';
import { RetentionCard } from './rights/RetentionCard';
import { RightsSection } from './rights/RightsSection';
import { OutcomeSection } from './outcomes/OutcomeSection';
import { OpenCaseDialog } from './person/OpenCaseDialog';
import { PersonDocumentsSection } from './person/PersonDocumentsSection';
import { ProgrammesSection } from './person/ProgrammesSection';
import { RegistrySection } from './person/RegistrySection';
import { TeamSection } from './person/TeamSection';
import { WorkProfileSection } from './person/WorkProfileSection';

export function PersonPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('beneficiaries');
  const person = usePerson(id);
  const navigate = useNavigate();
  const now = person.data?.id;
  const mayBreakTheGlass = useRight('beneficiaries:break-the-glass');

  // The address of a record that became part of another leads to where the person is now.
  useEffect(() => {
    if (now && now !== id) void navigate(`/beneficiaries/${now}`, { replace: true });
  }, [now, id, navigate]);

  if (person.data) return <PersonRecord person={person.data} />;
  return (
    <Page title={t('person')} back={{ to: '/beneficiaries', label: t('nav') }}>
      {person.error ? <ErrorState error={person.error} onRetry={() => void person.refetch()} /> : <Skeleton lines={8} />}
      {mayBreakTheGlass && isApiError(person.error) && person.error.status === 404 && <MaybeHidden id={id} onOpened={() => void person.refetch()} />}
    </Page>
  );
}

/** What may not be seen answers as what does not exist: the door to an emergency access is on both, and both are written down. */
function MaybeHidden({ id, onOpened }: { id: string; onOpened: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const [asking, setAsking] = useState(false);
  return (
    <Notice title={t('emergency.hidden')}>
      <p>{t('emergency.hiddenText')}</p>
      <Button icon="unlocked" onClick={() => setAsking(true)}>
        {t('emergency.ask')}
      </Button>
      {asking && <EmergencyDialog id={id} onClose={() => setAsking(false)} onOpened={onOpened} />}
    </Notice>
  );
}

type OpenDialog = 'openCase' | 'closeCase' | 'reopen' | 'transfer' | 'emergency' | null;

/** The record in the order of work: the case and what to do next, then who the person is, then what was done. */
function PersonRecord({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const location = useLocation();
  const mayWrite = useRight('beneficiaries:write');
  const mayBreakTheGlass = useRight('beneficiaries:break-the-glass');
  const current = person.cases.find((one) => !one.closedOn) ?? person.cases[0];
  const isOpen = !!current && !current.closedOn;
  const found = useCase(current?.id).data;
  const full = person.sight === 'full';
  const asked = location.state as { openCase?: boolean; begin?: 'note' | 'appointment' } | null;
  const [begin, setBegin] = useState(asked?.begin);
  const justRegistered = !!asked?.openCase && person.cases.length === 0;
  const [dialog, setDialog] = useState<OpenDialog>(justRegistered ? 'openCase' : null);
  const [noting, setNoting] = useState<Noting>({ count: 0 });
  const note = useCallback((start?: Noting['start']) => setNoting(({ count }) => ({ count: count + 1, start })), []);
  const close = useCallback(() => setDialog(null), []);

  useEffect(() => {
    if (!full || !isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog, [contenteditable]')) return;
      event.preventDefault();
      note();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [full, isOpen, note]);

  // The page of the case at work leads here to write or to plan: once, not again when the page is read anew.
  useEffect(() => {
    if (!begin || !found) return;
    if (begin === 'note' && full && isOpen && mayWrite) note();
    setBegin(undefined);
    void navigate(`${location.pathname}${location.hash}`, { replace: true, state: null });
  }, [begin, found, full, isOpen, mayWrite, note, navigate, location.pathname, location.hash]);

  const state = !current ? 'withoutCase' : !isOpen ? 'closed' : found?.stalled ? 'stalled' : 'open';
  // While data are only kept nothing new begins: the notice above says why, and under whose name.
  const onlyKept = (usePersonMarks(person.id, full).data?.items ?? []).some((mark) => mark.kind === 'restriction');
  const mayBegin = mayWrite && !onlyKept;
  const nextStep = !mayBegin ? null : !isOpen && !person.mayOpenCase ? (
    // Whom others have followed is taken on by a reading, which names the case manager.
    <ButtonLink look="fill" icon="folder" to="/beneficiaries/referrals/new">
      {t('openCase.byReferral')}
    </ButtonLink>
  ) : !isOpen ? (
    <Button look="fill" icon="folder" onClick={() => setDialog('openCase')}>
      {t('openCase.action')}
    </Button>
  ) : !full ? null : found && found.openInternships > 0 ? (
    <Button look="fill" icon="note" keyHint="n" onClick={() => note()}>
      {t('diary.write')}
    </Button>
  ) : (
    <ButtonLink look="fill" icon="pa" to="#companies">
      {t('companies.find')}
    </ButtonLink>
  );
  const more = [
    current && { label: t('case.atWork'), icon: 'list' as const, to: `/beneficiaries/caseload/${current.id}` },
    full && isOpen && { label: t('diary.write'), icon: 'note' as const, onSelect: () => note() },
    full && current && { label: t('toJobSearch'), icon: 'search' as const, to: `/job-search/for-case/${current.id}` },
    full && mayWrite && { label: t('editTitle'), icon: 'pencil' as const, to: `/beneficiaries/${person.id}/edit` },
    found?.canManage && isOpen && { label: t('closeCase.action'), icon: 'folder' as const, onSelect: () => setDialog('closeCase') },
    found?.canManage && mayWrite && isOpen && { label: t('transfer.action'), icon: 'user' as const, onSelect: () => setDialog('transfer') },
    found?.canManage && mayBegin && !isOpen && { label: t('reopen.action'), icon: 'folder' as const, onSelect: () => setDialog('reopen') },
    !full && mayBreakTheGlass && { label: t('emergency.ask'), icon: 'unlocked' as const, onSelect: () => setDialog('emergency') },
  ].filter((item) => !!item);

  return (
    <Page
      long
      title={`${person.name} ${person.surname}`}
      documentTitle={t('person')}
      back={{ to: '/beneficiaries', label: t('nav') }}
      status={
        <>
          <PersonStateChip state={state} /> {person.restricted && <StatusChip>{t('restricted')}</StatusChip>}
        </>
      }
      subtitle={[person.preferredName && `«${person.preferredName}»`, person.age !== null && t('years', { count: person.age }), person.domicileName].filter(Boolean).join(' · ')}
      actions={
        <>
          {nextStep}
          {more.length > 0 && <Menu label={t('otherActions')} items={more} />}
        </>
      }
    >
      {!full && <Notice title={t('registryOnly.title')}>{t('registryOnly.text')}</Notice>}
      {full && <PersonMarks personId={person.id} />}
      {mayBegin && !isOpen && !person.mayOpenCase && (
        <Notice title={t('followedBefore.title')}>{current?.managerName ? t('followedBefore.textOf', { name: current.managerName }) : t('followedBefore.text')}</Notice>
      )}
      <LikelySame person={person} />
      <CaseSection person={person} current={found} />
      {found && full && <OutcomeSection record={found} mayWrite={mayWrite} />}
      {found && <TeamSection record={found} />}
      {found && full && <AssessmentsSection record={found} open={isOpen && mayBegin} />}
      {found && full && <PlanSection record={found} open={isOpen && mayBegin} />}
      {full && isOpen && <WorkProfileSection caseId={current.id} mayWrite={mayWrite} />}
      {full && isOpen && <CompaniesSection person={person} caseId={current.id} />}
      {current && full && <InternshipsSection caseId={current.id} open={isOpen} />}
      {full && <ProgrammesSection personId={person.id} />}
      {found && full && <AppointmentsSection record={found} open={mayWrite} begin={begin === 'appointment'} onTell={note} />}
      {found && full && <DiarySection record={found} open={isOpen && mayWrite} noting={noting} />}
      <RegistrySection person={person} />
      <MergesSection person={person} />
      {full && <CurriculumSection personId={person.id} />}
      {full && <HouseholdSection person={person} />}
      {full && <LabourServicesSection person={person} />}
      {full && <BenefitsSection person={person} />}
      {full && (
        <div id="bank-account">
          <BankAccountSection person={person} />
        </div>
      )}
      {full && <AttestationsSection personId={person.id} />}
      {full && <PersonDocumentsSection personId={person.id} open={location.hash === '#documents'} />}
      {full && <RightsSection person={person} mayWrite={mayWrite} open={location.hash === '#rights'} />}
      {!full && mayWrite && mayBreakTheGlass && !isOpen && <RetentionCard person={person} />}
      {full && <AccessLogSection personId={person.id} />}
      {dialog === 'openCase' && <OpenCaseDialog person={person} onClose={close} onOpened={() => void navigate('#companies', { replace: true, state: null })} />}
      {dialog === 'closeCase' && found && <CloseCaseDialog record={found} name={`${person.name} ${person.surname}`} onClose={close} />}
      {dialog === 'reopen' && found && <ReopenDialog record={found} name={`${person.name} ${person.surname}`} onClose={close} />}
      {dialog === 'transfer' && found && <TransferDialog record={found} name={`${person.name} ${person.surname}`} onClose={close} />}
      {dialog === 'emergency' && <EmergencyDialog id={person.id} onClose={close} />}
    </Page>
  );
}
