import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useRight } from '../../../api/session';
import { todayKey } from '../../../api/today';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { Notice, Progress } from '../../../components/parts';
import { ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { KeyValue, DateText, RelativeDate } from '../../../components/values';
import { longDate } from '../../../lib/format';
import { useCase, type Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { discardPlan, planAddress, planDocumentAddress, signPlan, startPlan, takeBackPlan, usePlan, type Plan } from '../api/plans';
import { PlanBody } from './PlanBody';
import { PlanChip } from './PlanChip';
import { ClosePlanDialog, PersonSignatureDialog, ReviewDialog, SignersDialog, WetSignatureDialog, type OutsideSigner } from './PlanDialogs';
import { PlanForm } from './PlanForm';
import { Reviews, Signatures } from './PlanParts';
import { PlanVersions } from './PlanVersions';

export function PlanPage() {
  const { id = '', caseId = '', planId = '' } = useParams();
  const { t } = useTranslation('beneficiaries');
  const plan = usePlan(caseId, planId);
  const record = useCase(caseId);
  if (plan.data && record.data) return <PlanRecord key={planId} plan={plan.data} record={record.data} />;
  const error = plan.error ?? record.error;
  return (
    <Page title={t('plans.title')} back={{ to: `/beneficiaries/${id}#plan`, label: t('backToPerson') }}>
      {error ? <ErrorState error={error} onRetry={() => void Promise.all([plan.refetch(), record.refetch()])} /> : <Skeleton lines={8} />}
    </Page>
  );
}

type Doing = 'signers' | 'person' | 'wet' | 'review' | 'close' | null;

/** A draft is written in place; what is signed is read, printed and followed. */
function PlanRecord({ plan, record }: { plan: Plan; record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const mayWrite = useRight('beneficiaries:write') && plan.caseOpen;
  const [doing, setDoing] = useState<Doing>(null);
  const [signer, setSigner] = useState<OutsideSigner>();
  const close = () => {
    setDoing(null);
    setSigner(undefined);
  };
  const open = (what: Doing, whose?: OutsideSigner) => {
    setSigner(whose);
    setDoing(what);
  };
  const outsideToSign = plan.signatures.flatMap((one) => (one.outsideId && !one.way ? [{ id: one.outsideId, name: one.name ?? t('team.unknown') }] : []));
  const personSigned = plan.signatures.some((one) => one.ofPerson && one.way);
  const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: peopleKeys.case(plan.caseId) }), queries.invalidateQueries({ queryKey: todayKey })]);

  const act = async (work: () => Promise<unknown>, done: string, go?: string) => {
    try {
      const result = await work();
      toast.done(done);
      if (go) void navigate(go, { replace: true });
      await refresh();
      return result;
    } catch (error) {
      toast.failed(error);
      return undefined;
    }
  };
  const sign = async () => {
    if (await confirm({ title: t('plans.signTitle'), text: t('plans.signText'), action: t('plans.sign') })) await act(() => signPlan(plan.caseId, plan.id, plan.version), t('plans.signed'));
  };
  const takeBack = async () => {
    if (await confirm({ title: t('plans.takeBackTitle'), text: t('plans.takeBackText'), action: t('plans.takeBack'), danger: true }))
      await act(() => takeBackPlan(plan.caseId, plan.id, plan.version), t('plans.takenBack'));
  };
  const discard = async () => {
    if (await confirm({ title: t('plans.discardTitle', { number: plan.number }), text: t('plans.discardText'), action: t('plans.discard'), danger: true }))
      await act(() => discardPlan(plan.caseId, plan.id, plan.version), t('plans.discarded'), `/beneficiaries/${plan.beneficiaryId}#plan`);
  };
  const newVersion = async () => {
    const started = (await act(() => startPlan(plan.caseId), t('plans.started'))) as { id: string } | undefined;
    if (started) void navigate(planAddress(plan.beneficiaryId, plan.caseId, started.id));
  };

  const next = !mayWrite ? null : plan.state === 'draft' && plan.canManage ? (
    <Button look="fill" icon="pencil" onClick={() => setDoing('signers')}>
      {t('plans.ask')}
    </Button>
  ) : plan.state === 'toSign' && plan.canSign ? (
    <Button look="fill" icon="pencil" onClick={() => void sign()}>
      {t('plans.sign')}
    </Button>
  ) : plan.state === 'toSign' && !personSigned ? (
    <Button look="fill" icon="user" onClick={() => setDoing('person')}>
      {t('plans.personSigns')}
    </Button>
  ) : plan.state === 'toSign' && outsideToSign[0] ? (
    <Button look="fill" icon="user" onClick={() => open('person', outsideToSign[0])}>
      {t('plans.memberSigns', { name: outsideToSign[0].name })}
    </Button>
  ) : plan.state === 'inForce' ? (
    <Button look="fill" icon="calendar" onClick={() => setDoing('review')}>
      {t('plans.review')}
    </Button>
  ) : null;
  const more = [
    mayWrite && plan.state === 'toSign' && plan.canSign && !personSigned && { label: t('plans.personSigns'), icon: 'user' as const, onSelect: () => setDoing('person') },
    mayWrite && plan.state === 'toSign' && !personSigned && { label: t('plans.wet'), icon: 'upload' as const, onSelect: () => setDoing('wet') },
    ...(mayWrite && plan.state === 'toSign'
      ? outsideToSign.flatMap((one) => [
          { label: t('plans.memberSigns', { name: one.name }), icon: 'user' as const, onSelect: () => open('person', one) },
          { label: t('plans.wetOf', { name: one.name }), icon: 'upload' as const, onSelect: () => open('wet', one) },
        ])
      : []),
    mayWrite && plan.state === 'toSign' && plan.canManage && { label: t('plans.takeBack'), icon: 'restore' as const, onSelect: () => void takeBack() },
    mayWrite && plan.state === 'inForce' && { label: t('plans.newVersion'), icon: 'plus' as const, onSelect: () => void newVersion() },
    mayWrite && plan.state === 'inForce' && plan.canManage && { label: t('plans.close'), icon: 'folder' as const, onSelect: () => setDoing('close') },
    { label: t('plans.print'), icon: 'print' as const, onSelect: () => window.print() },
    mayWrite && plan.state === 'draft' && ('line' as const),
    mayWrite && plan.state === 'draft' && { label: t('plans.discard'), icon: 'delete' as const, danger: true, onSelect: () => void discard() },
  ].filter((item) => !!item);

  return (
    <Page
      title={t('plans.title')}
      documentTitle={t('plans.title')}
      back={{ to: `/beneficiaries/${plan.beneficiaryId}#plan`, label: t('backToPerson') }}
      status={<PlanChip state={plan.state} />}
      subtitle={`${plan.displayName} · ${t('plans.version', { number: plan.number })}`}
      actions={
        <>
          {next}
          <a className="btn0" href={planDocumentAddress(plan.caseId, plan.id)} download>
            {t('plans.docx')}
          </a>
          <Menu label={t('otherActions')} items={more} />
        </>
      }
    >
      {plan.state === 'superseded' && <Notice>{t('plans.supersededText')}</Notice>}
      {plan.state === 'closed' && <Notice title={plan.endedOn ? t('plans.closedOn', { date: longDate(plan.endedOn) }) : undefined}>{plan.closingReason}</Notice>}
      {plan.state !== 'draft' && (
        <div className="card0 padded plan-facts">
          <KeyValue
            items={[
              plan.inForceOn ? { label: t('plans.since'), value: <DateText value={plan.inForceOn} /> } : { label: t('plans.askedOn'), value: <DateText value={plan.askedOn} /> },
              { label: t('plans.reviewOn'), value: plan.reviewOn && (plan.state === 'inForce' ? <RelativeDate value={plan.reviewOn} due /> : <DateText value={plan.reviewOn} />) },
            ]}
          />
          {plan.inForceOn && <Progress label={t('plans.progress')} done={Number(plan.done)} total={Number(plan.total)} note={t('plans.progressNote')} />}
        </div>
      )}
      {plan.state === 'draft' && mayWrite ? <PlanForm plan={plan} record={record} /> : <PlanBody plan={plan} mayWrite={mayWrite && plan.state === 'inForce'} />}
      {plan.signatures.length > 0 && <Signatures plan={plan} />}
      {plan.reviews.length > 0 && <Reviews plan={plan} />}
      <PlanVersions plan={plan} />
      {doing === 'signers' && <SignersDialog plan={plan} record={record} onClose={close} onDone={refresh} />}
      {doing === 'person' && <PersonSignatureDialog plan={plan} signer={signer} onClose={close} onDone={refresh} />}
      {doing === 'wet' && <WetSignatureDialog plan={plan} signer={signer} onClose={close} onDone={refresh} />}
      {doing === 'review' && <ReviewDialog plan={plan} onClose={close} onDone={refresh} />}
      {doing === 'close' && <ClosePlanDialog plan={plan} onClose={close} onDone={refresh} />}
    </Page>
  );
}
