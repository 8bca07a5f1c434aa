import { useCallback, useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice, Steps, Timeline } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { ErrorState, Skeleton } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { dateTime, daysFromToday, longDate } from '../../lib/format';
import { sendToSign, useInternship, useRefresh, useRuleCheck, type Internship, type RuleCheck } from './api/internships';
import { goToSignatures, paperRules, wayToComplete } from './mending';
import { MonitoringSection } from './monitoring/MonitoringSection';
import { EvaluationsSection } from './closing/EvaluationsSection';
import { HiringSection } from './closing/HiringSection';
import { ActivationDialog } from './record/ActivationDialog';
import { AllowanceSection } from './record/AllowanceSection';
import { AmendDialog, CessationCommunicationDialog, ExtendDialog, ExtensionCommunicationDialog, ResumeDialog, SigningBackDialog, SuspendDialog } from './record/CourseDialogs';
import { CourseSection } from './record/CourseSection';
import { CancelDialog } from './record/CancelDialog';
import { DocumentsSection } from './record/DocumentsSection';
import { EndDialog } from './record/EndDialog';
import { PapersSection } from './papers/PapersSection';
import { OutcomeSection } from './record/OutcomeSection';
import { PlanSection } from './record/PlanSection';
import { RegistersSection } from './record/RegistersSection';
import { RulesSection } from './record/RulesSection';
import { SignaturesSection } from './record/SignaturesSection';
import { SetAsideSection } from './record/SetAsideSection';
import { NextStepButton } from './record/NextStepButton';
import { RuleList } from './RuleList';
import { aWeek } from './week-hours';
import { isOver, StageChip } from './words';

export function InternshipPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('internships');
  const internship = useInternship(id);
  if (internship.data) return <Record internship={internship.data} />;
  return (
    <Page title={t('internship')} back={{ to: '/internships', label: t('nav') }}>
      {internship.error ? <ErrorState error={internship.error} onRetry={() => void internship.refetch()} /> : <Skeleton lines={8} />}
    </Page>
  );
}

type Step = 'project' | 'documents' | 'communication' | 'running' | 'end';
type OpenDialog = 'activation' | 'end' | 'cancel' | 'signingBack' | 'suspend' | 'extend' | 'amend' | 'extension' | 'cessation' | 'resume' | null;
const steps: Step[] = ['project', 'documents', 'communication', 'running', 'end'];

function stepOf(one: Internship): Step {
  if (isOver(one.state)) return 'end';
  if (one.state === 'active') return 'running';
  const papers = one.missingDocuments.filter((paper) => paper !== 'communication');
  return papers.length > 0 ? 'documents' : 'communication';
}

/** The record in the order of work: what to do next, the rules, the papers, then what was planned. */
function Record({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  const mayWrite = useRight('internships:write');
  const { state } = internship;
  const step = stepOf(internship);
  const check = useRuleCheck(internship.id, internship.version, state === 'proposed' || state === 'active');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [search, setSearch] = useSearchParams();
  // The field at which the documents are opened, empty for their first; null while they are read. Who comes back from a new convention finds them open.
  const [editing, setEditing] = useState<string | null>(search.get('documents'));
  // Open once: a page that is read again later, or from the history, is read.
  useEffect(() => {
    if (!search.has('documents')) return;
    setSearch((now) => new URLSearchParams([...now].filter(([key]) => key !== 'documents')), { replace: true, preventScrollReset: true, state: history.state?.usr });
  }, [search, setSearch]);
  const [hiring, setHiring] = useState(false);
  const close = useCallback(() => setDialog(null), []);
  const canStart = check.data?.canStart ?? false;
  const begun = daysFromToday(internship.startsOn) <= 0;

  const toCommunicate = internship.extensions.find((one) => one.id === internship.nextStep?.extensionId);
  const resting = internship.suspensions.find((one) => one.id === internship.nextStep?.suspensionId);
  const toast = useToast();
  const refresh = useRefresh();
  const handOver = () => void toast.after(sendToSign(internship.id, internship.version).then(refresh), t('signing.done'));
  const brokenPlan = check.data?.rules.filter((rule) => rule.outcome === 'blocks' && !rule.setAside && !paperRules.includes(rule.code));
  const missingPlan = brokenPlan?.length !== 0;
  const toComplete = wayToComplete(brokenPlan ?? [], internship.id);
  // What the project that is signed would leave blank.
  const blanks = !internship.documents.conventionId || internship.missingDocuments.includes('inail') || internship.missingDocuments.includes('liability');

  const nextStep = !mayWrite ? null : state !== 'proposed' ? (
    internship.nextStep && (
      <NextStepButton
        internship={internship}
        step={internship.nextStep}
        on={{ communicateStart: () => setEditing('communicationProtocol'), communicateExtension: () => setDialog('extension'), communicateCessation: () => setDialog('cessation'), end: () => setDialog('end'), resume: () => setDialog('resume'), askHiring: () => setHiring(true) }}
      />
    )
  ) : internship.stage === 'draft' && !canStart && !missingPlan && !blanks ? (
    <Button look="fill" icon="pencil" onClick={handOver}>
      {t('signing.action')}
    </Button>
  ) : canStart || internship.missingDocuments.length === 0 ? (
    <Button look="fill" icon="check" onClick={() => setDialog('activation')}>
      {t('activation.action')}
    </Button>
  ) : internship.stage === 'draft' && !blanks && missingPlan && check.data ? (
    typeof toComplete === 'string' ? (
      <ButtonLink look="fill" icon="pencil" to={toComplete}>
        {t('completeProposal')}
      </ButtonLink>
    ) : (
      <Button look="fill" icon="file" onClick={() => setEditing(toComplete.paper)}>
        {t('documents.action')}
      </Button>
    )
  ) : internship.stage === 'toSign' && internship.missingDocuments.includes('project') ? (
    <Button look="fill" icon="pencil" onClick={goToSignatures}>
      {t('signing.collect')}
    </Button>
  ) : (
    <Button look="fill" icon="file" onClick={() => setEditing(step === 'communication' ? 'communicationProtocol' : '')}>
      {step === 'communication' ? t('documents.communicationAction') : t('documents.action')}
    </Button>
  );
  const others = [
    mayWrite && state === 'proposed' && { label: t('editTitle'), icon: 'pencil' as const, to: `/internships/${internship.id}/edit` },
    mayWrite && state === 'proposed' && { label: t('activation.action'), icon: 'check' as const, onSelect: () => setDialog('activation') },
    mayWrite && state === 'proposed' && { label: t('documents.action'), icon: 'file' as const, onSelect: () => setEditing('') },
    mayWrite && state === 'proposed' && internship.toSignAt !== null && { label: t('signing.back'), icon: 'restore' as const, onSelect: () => setDialog('signingBack') },
    mayWrite && state === 'active' && { label: t('suspension.action'), icon: 'clock' as const, onSelect: () => setDialog('suspend') },
    mayWrite && state === 'active' && { label: t('extension.action'), icon: 'calendar' as const, onSelect: () => setDialog('extend') },
    mayWrite && state === 'active' && begun && internship.nextStep?.code !== 'end' && { label: t('end.action'), icon: 'flag' as const, onSelect: () => setDialog('end') },
    mayWrite && state === 'active' && { label: t('amendment.action'), icon: 'pencil' as const, onSelect: () => setDialog('amend') },
    mayWrite && state !== 'cancelled' && { label: t('sheet.title'), icon: 'copy' as const, to: `/internships/${internship.id}/communication` },
    mayWrite && { label: t('copyPlan'), icon: 'files' as const, to: `/internships/new?from=${internship.id}` },
    state !== 'proposed' && state !== 'cancelled' && { label: t('dossier.title'), icon: 'file' as const, to: `/internships/${internship.id}/dossier` },
    { label: t('openPerson'), icon: 'user' as const, to: `/beneficiaries/${internship.beneficiaryId}` },
    { label: t('openCompany'), icon: 'pa' as const, to: `/companies/${internship.companyId}` },
    mayWrite && (state === 'proposed' || (state === 'active' && !begun)) && 'line' as const,
    mayWrite && (state === 'proposed' || (state === 'active' && !begun)) && { label: t('cancel.action'), icon: 'delete' as const, danger: true, onSelect: () => setDialog('cancel') },
  ];

  // Once they are complete they are looked up, and the months, visits and money are what is worked on.
  const settled = state !== 'proposed' && internship.missingDocuments.length === 0;
  const papers = (
    <div className="beside">
      {state === 'proposed' ? (
        <RulesSection check={check} internship={internship} onDocuments={setEditing} />
      ) : (
        <SectionCard title={t('history')}>
          <History internship={internship} />
        </SectionCard>
      )}
      <DocumentsSection internship={internship} editing={editing} onEdit={setEditing} mayEdit={mayWrite && state !== 'cancelled'} />
    </div>
  );
  return (
    <Page
      long
      title={`${internship.personName} · ${internship.companyName}`}
      documentTitle={t('internship')}
      back={{ to: '/internships', label: t('nav') }}
      status={<StageChip stage={internship.stage} />}
      subtitle={[t(`kind.${internship.kind}`), aWeek(internship.weeklyHours, t), `${longDate(internship.startsOn)} – ${longDate(internship.endedOn ?? internship.endsOn)}`, internship.programme]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          {nextStep}
          <Menu label={t('otherActions')} items={others} />
        </>
      }
    >
      {state !== 'cancelled' && <Steps label={t('steps')} steps={steps.map((key) => ({ key, label: t(`step.${key}`) }))} current={step} />}
      {state === 'active' && daysFromToday(internship.endsOn) < 0 && (
        <Notice tone="late" title={t('pastEndTitle')}>
          {t('pastEndText')}
        </Notice>
      )}
      {state === 'active' && internship.missingDocuments.includes('communication') && (
        <Notice tone={daysFromToday(internship.communicationDueOn) < 0 ? 'late' : 'warn'} title={t('documents.notSent')}>
          {t(daysFromToday(internship.communicationDueOn) < 0 ? 'documents.notSentLate' : 'documents.notSentText', { on: longDate(internship.communicationDueOn) })}
        </Notice>
      )}
      {state === 'active' && <BrokenNow check={check.data} />}
      {internship.missingDocuments.includes('extensionCommunication') && <ToCommunicate on={internship.extensions.findLast((one) => one.isToCommunicate)!.communicationDueOn} of="extension" />}
      {internship.missingDocuments.includes('cessationCommunication') && <ToCommunicate on={internship.cessation!.dueOn} of="cessation" />}
      {isOver(state) && <OutcomeSection internship={internship} mayWrite={mayWrite} onCommunicate={() => setDialog('cessation')} onCorrect={() => setDialog('end')} />}
      {isOver(state) && state !== 'cancelled' && <HiringSection internship={internship} mayWrite={mayWrite} open={hiring} onOpen={setHiring} />}
      {!settled && papers}
      {state !== 'proposed' && state !== 'cancelled' && <RegistersSection internship={internship} mayWrite={mayWrite} />}
      {state !== 'proposed' && state !== 'cancelled' && <MonitoringSection internship={internship} mayWrite={mayWrite} />}
      {state !== 'proposed' && state !== 'cancelled' && <EvaluationsSection internship={internship} mayWrite={mayWrite} />}
      {state !== 'cancelled' && <AllowanceSection internship={internship} mayWrite={mayWrite} />}
      {internship.stage !== 'draft' && state !== 'cancelled' && <SignaturesSection internship={internship} mayWrite={mayWrite} />}
      <PapersSection owner={{ internshipId: internship.id }} mayWrite={mayWrite} />
      <CourseSection internship={internship} mayWrite={mayWrite && state === 'active'} mayCommunicate={mayWrite} />
      {settled && papers}
      {state !== 'proposed' && <SetAsideSection internship={internship} />}
      <PlanSection internship={internship} />
      {state === 'proposed' && (
        <SectionCard title={t('history')}>
          <History internship={internship} />
        </SectionCard>
      )}
      {dialog === 'activation' && (
        <ActivationDialog
          internship={internship}
          onClose={close}
          onDocuments={(field) => {
            close();
            setEditing(field);
          }}
        />
      )}
      {dialog === 'signingBack' && <SigningBackDialog internship={internship} onClose={close} />}
      {dialog === 'suspend' && <SuspendDialog internship={internship} onClose={close} />}
      {dialog === 'extend' && <ExtendDialog internship={internship} onClose={close} />}
      {dialog === 'amend' && <AmendDialog internship={internship} onClose={close} />}
      {dialog === 'extension' && toCommunicate && <ExtensionCommunicationDialog internship={internship} extension={toCommunicate} onClose={close} />}
      {dialog === 'cessation' && <CessationCommunicationDialog internship={internship} onClose={close} />}
      {dialog === 'resume' && resting && <ResumeDialog internship={internship} suspension={resting} onClose={close} />}
      {dialog === 'end' && <EndDialog internship={internship} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog internship={internship} onClose={close} />}
    </Page>
  );
}

/** A communication that follows the start is due: by when, in the words of what it is of. */
function ToCommunicate({ on, of }: { on: string; of: 'extension' | 'cessation' }) {
  const { t } = useTranslation('internships');
  const late = daysFromToday(on) < 0;
  return (
    <Notice tone={late ? 'late' : 'warn'} title={t(`toCommunicate.${of}`)}>
      {t(late ? 'documents.notSentLate' : 'toCommunicate.by', { on: longDate(on) })}
    </Notice>
  );
}

/** What happened since the start may have made unlawful what was lawful: a suspension that moved the end, a policy that ran out. */
function BrokenNow({ check }: { check: RuleCheck | undefined }) {
  const { t } = useTranslation('internships');
  const broken = check?.rules.filter((rule) => rule.outcome === 'blocks' && !rule.setAside) ?? [];
  if (broken.length === 0) return null;
  return (
    <SectionCard title={t('rules.nowTitle')} note={<StatusChip tone="warn">{t('rules.broken', { count: broken.length })}</StatusChip>}>
      <p className="muted">{t('rules.nowText')}</p>
      <RuleList rules={broken} />
    </SectionCard>
  );
}

function History({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  const textOf = ({ kind, subject, day }: Internship['history'][number]) => {
    if (kind === 'takenBack') return subject ? t(`signing.reason.${subject}`) : undefined;
    if (kind === 'communicationFell') return subject && day ? t('moment.communicationFellText', { subject, on: longDate(day) }) : undefined;
    if (kind === 'communicationCorrected') return subject && day ? t('moment.communicationCorrectedText', { subject, on: longDate(day) }) : undefined;
    if (kind === 'endCorrected') return subject && day ? t('moment.endCorrectedText', { outcome: t(`outcome.${subject}`), on: longDate(day) }) : undefined;
    return subject && day ? t('moment.signatureText', { who: t(`signature.signer.${subject}`), on: longDate(day) }) : undefined;
  };
  return (
    <Timeline
      entries={internship.history.map((moment, at) => ({ key: `${at} ${moment.kind}`, title: t(`moment.${moment.kind}`), when: dateTime(moment.at), by: moment.by, text: textOf(moment) }))}
    />
  );
}
