import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { useMe, useRight } from '../../../api/session';
import { todayKey } from '../../../api/today';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { CheckGroup, Form, useApiForm } from '../../../components/form';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { longDate, today } from '../../../lib/format';
import { askAssessmentSignatures, discardAssessment, signAssessment, takeBackAssessment, useAssessment, type Assessment } from '../api/assessments';
import { useCase, type Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { AssessmentBody } from './AssessmentBody';
import { AssessmentChip } from './AssessmentChip';
import { AssessmentForm } from './AssessmentForm';

export function AssessmentPage() {
  const { id = '', caseId = '', assessmentId = '' } = useParams();
  const { t } = useTranslation('beneficiaries');
  const assessment = useAssessment(caseId, assessmentId);
  const record = useCase(caseId);
  if (assessment.data && record.data) return <AssessmentRecord key={assessmentId} assessment={assessment.data} record={record.data} />;
  const error = assessment.error ?? record.error;
  return (
    <Page title={t('assessments.title')} back={{ to: `/beneficiaries/${id}#assessments`, label: t('backToPerson') }}>
      {error ? <ErrorState error={error} onRetry={() => void Promise.all([assessment.refetch(), record.refetch()])} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function AssessmentRecord({ assessment, record }: { assessment: Assessment; record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const mayWrite = useRight('beneficiaries:write') && assessment.caseOpen;
  const [asking, setAsking] = useState(false);
  const { caseId, id, version, beneficiaryId } = assessment;
  const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: peopleKeys.case(caseId) }), queries.invalidateQueries({ queryKey: todayKey })]);
  const act = async (work: () => Promise<unknown>, done: string, leave?: boolean) => {
    try {
      await work();
      toast.done(done);
      if (leave) void navigate(`/beneficiaries/${beneficiaryId}#assessments`, { replace: true });
      await refresh();
    } catch (error) {
      toast.failed(error);
    }
  };
  const sign = async () => {
    if (await confirm({ title: t('assessments.signTitle'), text: t('assessments.signText'), action: t('plans.sign') })) await act(() => signAssessment(caseId, id, version), t('assessments.signed'));
  };
  const takeBack = async () => {
    if (await confirm({ title: t('assessments.takeBackTitle'), text: t('plans.takeBackText'), action: t('plans.takeBack'), danger: true })) await act(() => takeBackAssessment(caseId, id, version), t('assessments.takenBack'));
  };
  const discard = async () => {
    if (await confirm({ title: t('assessments.discardTitle'), text: t('assessments.discardText'), action: t('plans.discard'), danger: true })) await act(() => discardAssessment(caseId, id, version), t('plans.discarded'), true);
  };
  const next = !mayWrite ? null : assessment.state === 'draft' ? (
    <Button look="fill" icon="pencil" onClick={() => setAsking(true)}>
      {t('plans.ask')}
    </Button>
  ) : assessment.canSign ? (
    <Button look="fill" icon="pencil" onClick={() => void sign()}>
      {t('plans.sign')}
    </Button>
  ) : null;
  const more = [
    mayWrite && assessment.state === 'toSign' && { label: t('plans.takeBack'), icon: 'restore' as const, onSelect: () => void takeBack() },
    { label: t('plans.print'), icon: 'print' as const, onSelect: () => window.print() },
    mayWrite && assessment.state === 'draft' && { label: t('plans.discard'), icon: 'delete' as const, danger: true, onSelect: () => void discard() },
  ].filter((item) => !!item);
  return (
    <Page
      title={t(`assessments.kind.${assessment.kind}`)}
      documentTitle={t('assessments.title')}
      back={{ to: `/beneficiaries/${beneficiaryId}#assessments`, label: t('backToPerson') }}
      status={<AssessmentChip state={assessment.state} />}
      subtitle={`${record.displayName} · ${t('assessments.moment', { number: assessment.moment })} · ${longDate(assessment.heldOn)}`}
      actions={
        <>
          {next}
          <Menu label={t('otherActions')} items={more} />
        </>
      }
    >
      {assessment.state === 'draft' && mayWrite ? <AssessmentForm assessment={assessment} /> : <AssessmentBody assessment={assessment} />}
      {assessment.signers.length > 0 && (
        <SectionCard title={t('plans.signatures')}>
          <ul className="rows">
            {assessment.signers.map((one, index) => (
              <li key={index}>
                <div>
                  <b>{one.name ?? t('team.unknown')}</b> {one.signedAt ? <StatusChip tone="ok">{t('plans.hasSigned')}</StatusChip> : <StatusChip tone="warn">{t('plans.mustSign')}</StatusChip>}
                  {one.signedAt && (
                    <div className="hint">
                      <DateText value={one.signedAt} />
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      {asking && <SignersDialog assessment={assessment} record={record} onClose={() => setAsking(false)} onDone={refresh} />}
    </Page>
  );
}

const schema = z.object({ signerIds: z.array(z.string()).min(1) });

/** The professionals who made it together. */
function SignersDialog({ assessment, record, onClose, onDone }: { assessment: Assessment; record: Case; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const me = useMe().data?.id;
  const now = today();
  const members = [...new Map(record.members.filter((one) => one.fromOn <= now && (!one.toOn || one.toOn >= now)).map((one) => [one.userId, one])).values()];
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { signerIds: members.filter((one) => one.userId === me).map((one) => one.userId) },
    guard: false,
    submit: (values) => askAssessmentSignatures(assessment.caseId, assessment.id, assessment.version, values.signerIds),
    onDone: () => {
      toast.done(t('assessments.asked'));
      onClose();
      void onDone();
    },
  });
  return (
    <Dialog open title={t('plans.ask')} onClose={onClose}>
      <p>{t('assessments.askText')}</p>
      <Form form={form} submitLabel={t('plans.ask')} onCancel={onClose} keptNote={false}>
        <CheckGroup name="signerIds" label={t('assessments.signers')} required options={members.map((one) => ({ value: one.userId, label: one.name ?? t('team.unknown'), help: t(`role.${one.role}`) }))} />
      </Form>
    </Dialog>
  );
}
