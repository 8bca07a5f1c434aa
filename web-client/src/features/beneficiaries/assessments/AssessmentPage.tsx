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
import { CheckField, CheckGroup, Form, text, TextField, useApiForm } from '../../../components/form';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { longDate, today } from '../../../lib/format';
import { askAssessmentSignatures, discardAssessment, signAssessment, signAssessmentForMember, takeBackAssessment, useAssessment, type Assessment } from '../api/assessments';
import { teamOn, useCase, type Case } from '../api/case';
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
  const [signer, setSigner] = useState<{ id: string; name: string }>();
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
      {assessment.state === 'draft' && mayWrite ? <AssessmentForm assessment={assessment} record={record} /> : <AssessmentBody assessment={assessment} />}
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
                      {one.recordedByName && ` · ${t('plans.recordedBy', { name: one.recordedByName })}`}
                    </div>
                  )}
                </div>
                {mayWrite && one.outsideId && !one.signedAt && assessment.state === 'toSign' && (
                  <Button small look="quiet" onClick={() => setSigner({ id: one.outsideId!, name: one.name ?? t('team.unknown') })} aria-label={t('plans.memberSigns', { name: one.name ?? '' })}>
                    {t('assessments.signsHere')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      {asking && <SignersDialog assessment={assessment} record={record} onClose={() => setAsking(false)} onDone={refresh} />}
      {signer && <MemberSignatureDialog assessment={assessment} signer={signer} onClose={() => setSigner(undefined)} onDone={refresh} />}
    </Page>
  );
}

const schema = z.object({ signerIds: z.array(z.string()).min(1) });

/** The professionals who made it together. */
function SignersDialog({ assessment, record, onClose, onDone }: { assessment: Assessment; record: Case; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const me = useMe().data?.id;
  const members = teamOn(record, today());
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { signerIds: members.filter((one) => one.id === me).map((one) => one.id) },
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
        <CheckGroup name="signerIds" label={t('assessments.signers')} required options={members.map((one) => ({ value: one.id, label: one.name ?? t('team.unknown'), help: one.outside ? `${t(`role.${one.role}`)} · ${one.body} · ${t('team.signsHere')}` : t(`role.${one.role}`) }))} />
      </Form>
    </Dialog>
  );
}

const memberSchema = z.object({ typedName: text.required(200), confirmed: z.boolean().refine((value) => value) });

/** A professional without an account signs at the screen of somebody of the équipe. */
function MemberSignatureDialog({ assessment, signer, onClose, onDone }: { assessment: Assessment; signer: { id: string; name: string }; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const form = useApiForm<z.input<typeof memberSchema>, z.output<typeof memberSchema>>({
    schema: memberSchema,
    defaultValues: { typedName: '', confirmed: false },
    guard: false,
    submit: (values) => signAssessmentForMember(assessment.caseId, assessment.id, assessment.version, { ...values, signerId: signer.id }),
    onDone: () => {
      toast.done(t('assessments.signed'));
      onClose();
      void onDone();
    },
  });
  return (
    <Dialog open title={t('plans.memberSigns', { name: signer.name })} onClose={onClose}>
      <p>{t('plans.memberSignsText')}</p>
      <Form form={form} submitLabel={t('plans.personConfirms')} onCancel={onClose} keptNote={false}>
        <CheckField name="confirmed" label={t('assessments.confirmed')} required />
        <TextField name="typedName" label={t('plans.typedName')} help={t('plans.memberNameHelp', { name: signer.name })} required autoComplete="off" />
      </Form>
    </Dialog>
  );
}
