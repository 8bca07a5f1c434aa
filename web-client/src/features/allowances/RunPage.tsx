import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice, Steps, Timeline } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { ErrorState, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, KeyValue, Money } from '../../components/values';
import { capital } from '../../lib/capital';
import { dateTime, money, monthName } from '../../lib/format';
import { downloadSheet, downloadTransfer, giveBack, recompute, release, submit, takeBack, throwAway, useRefresh, useRun, type Run } from './api/runs';
import { PaymentsSection } from './PaymentsSection';
import { ApproveDialog, SettleDialog } from './RunDialogs';
import { endOf, peopleIn, stepOf, steps } from './steps';
import { RunChip } from './words';

export function RunPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('allowances');
  const run = useRun(id);
  if (run.data) return <Record run={run.data} />;
  return (
    <Page title={t('one')} back={{ to: '/allowances', label: t('nav') }}>
      {run.error ? <ErrorState error={run.error} onRetry={() => void run.refetch()} /> : <Skeleton lines={8} />}
    </Page>
  );
}

/** The list in the order of work: the next step, what stands in its way, the people with their reckoning, then money and history. */
function Record({ run }: { run: Run }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [dialog, setDialog] = useState<'approve' | 'settle' | null>(null);
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<unknown>, text: string) => {
    setBusy(true);
    const done = work().finally(() => setBusy(false));
    toast.after(done, text);
    await done.then(refresh, refresh);
  };
  const remove = async () => {
    if (!(await confirm({ title: t('delete.title'), text: t('delete.text'), action: t('delete.action'), danger: true }))) return;
    try {
      await throwAway(run.id, run.version);
      toast.done(t('delete.done'));
      await refresh();
      void navigate('/allowances');
    } catch (error) {
      toast.failed(error);
    }
  };
  const done = run.state === 'frozen' ? peopleIn(run, 'done') : 0;
  const unsayAll = async () => {
    if (!(await confirm({ title: t('takeBack.allTitle', { count: done }), text: t('takeBack.allText'), action: t('takeBack.action') }))) return;
    await act(() => takeBack(run.id, null), t('takeBack.saved', { count: done }));
  };
  // Transfers that came back are in the budget since the list that had them first.
  const again = run.state === 'frozen' ? 0 : Number(run.cents) + Number(run.keptCents) - Number(run.budget.openCents);
  const problems = run.problems.reduce((sum, one) => sum + Number(one.people), 0);
  const next =
    run.state === 'draft' ? (
      <Button look="fill" icon="check" busy={busy} onClick={() => void act(() => submit(run.id, run.version), t('submit.done'))}>
        {t('submit.action')}
      </Button>
    ) : run.state === 'toApprove' ? (
      run.mayApprove && (
        <Button look="fill" icon="check-circle" onClick={() => setDialog('approve')}>
          {t('approve.action')}
        </Button>
      )
    ) : peopleIn(run, 'pending') > 0 ? (
      <>
        <Button look="fill" icon="download" busy={busy} onClick={() => void act(() => downloadTransfer(run), t('downloaded'))}>
          {t('transfer')}
        </Button>
        <Button look="outline" onClick={() => setDialog('settle')}>
          {t('settle.all')}
        </Button>
      </>
    ) : null;
  return (
    <Page
      title={`${capital(monthName(run.month))} · ${run.programmeName}`}
      back={{ to: '/allowances', label: t('nav') }}
      status={<RunChip state={run.state} />}
      subtitle={t('summary', { count: Number(run.people), amount: money(Number(run.cents)) })}
      actions={
        <>
          {next}
          <Menu
            label={t('more')}
            items={[
              { label: t('sheet.xlsx'), icon: 'file-sheet', onSelect: () => void act(() => downloadSheet(run, 'xlsx'), t('downloaded')) },
              { label: t('sheet.csv'), icon: 'file-csv', onSelect: () => void act(() => downloadSheet(run, 'csv'), t('downloaded')) },
              run.state === 'draft' && { label: t('recompute.action'), icon: 'refresh', onSelect: () => void act(() => recompute(run.id, run.version), t('recompute.done')) },
              run.state === 'toApprove' && { label: t('giveBack.action'), icon: 'restore', onSelect: () => void act(() => giveBack(run.id, run.version), t('giveBack.done')) },
              done > 0 && 'line',
              done > 0 && { label: t('takeBack.all'), icon: 'restore', onSelect: () => void unsayAll() },
              run.state !== 'frozen' && 'line',
              run.state !== 'frozen' && { label: t('delete.action'), icon: 'delete', danger: true, onSelect: () => void remove() },
            ]}
          />
        </>
      }
    >
      <Steps label={t('steps')} steps={steps.map((key) => ({ key, label: key === 'end' ? t(`end.${endOf(run)}`) : t(`step.${key}`) }))} current={stepOf(run)} />
      {run.state === 'toApprove' && !run.mayApprove && (
        <Notice tone="blue" title={t('secondPerson')}>
          {t('secondPersonText')}
        </Notice>
      )}
      {problems > 0 && (
        <Notice tone="late" title={t('problems', { count: problems })}>
          {t('problemsText')}
        </Notice>
      )}
      {run.state !== 'frozen' && Number(run.budget.openCents) > Number(run.budget.budgetCents) - Number(run.budget.assignedCents) - Number(run.budget.frozenCents) + Number(run.budget.givenBackCents) && (
        <Notice tone="late" title={t('overBudget')}>
          {t('overBudgetText')}
        </Notice>
      )}
      {Number(run.carried) > 0 && <Notice tone="warn" title={t('carried', { count: Number(run.carried) })} />}
      <DaysTooLong run={run} />
      <Missing run={run} />
      <PaymentsSection run={run} />
      <div className="beside">
        <SectionCard title={t('budget.title')}>
          <KeyValue
            items={[
              { label: t('budget.budget'), value: <Money cents={Number(run.budget.budgetCents)} /> },
              Number(run.budget.assignedCents) !== 0 && { label: t('budget.assigned'), value: <Money cents={Number(run.budget.assignedCents)} /> },
              { label: t('budget.frozen'), value: <Money cents={Number(run.budget.frozenCents)} /> },
              Number(run.budget.givenBackCents) !== 0 && { label: t('budget.givenBack'), value: <Money cents={Number(run.budget.givenBackCents)} /> },
              run.state !== 'frozen' && { label: t('budget.open'), value: <Money cents={Number(run.budget.openCents)} /> },
              again > 0 && { label: t('budget.again'), value: <Money cents={again} /> },
              { label: t('budget.forecast'), value: <Money cents={Number(run.budget.forecastCents)} /> },
              { label: t('budget.left'), value: <b><Money cents={Number(run.budget.leftCents)} /></b> },
              Number(run.keptCents) !== 0 && { label: t('budget.kept'), value: <Money cents={Number(run.keptCents)} /> },
              !!run.executeOn && { label: t('executeOn'), value: <DateText value={run.executeOn} /> },
            ]}
          />
        </SectionCard>
        <SectionCard title={t('history')}>
          <Timeline
            entries={[
              !!run.approvedAt && { key: 'approved', title: t('moment.approved'), when: dateTime(run.approvedAt), by: run.approvedBy },
              !!run.submittedAt && { key: 'submitted', title: t('moment.submitted'), when: dateTime(run.submittedAt), by: run.submittedBy },
              { key: 'computed', title: t('moment.computed'), when: dateTime(run.computedAt), by: run.computedBy },
            ].filter((one) => !!one)}
          />
        </SectionCard>
      </div>
      {dialog === 'approve' && <ApproveDialog run={run} onClose={() => setDialog(null)} />}
      {dialog === 'settle' && <SettleDialog run={run} payments={null} outcome="done" onClose={() => setDialog(null)} />}
    </Page>
  );
}

/** Who is paid by a scheme for shorter days than theirs: it warns, the office decides. */
function DaysTooLong({ run }: { run: Run }) {
  const { t } = useTranslation('allowances');
  const mayRead = useRight('internships:read');
  if (Number(run.daysTooLongCount) === 0) return null;
  return (
    <Notice tone="warn" title={t('daysTooLong', { count: Number(run.daysTooLongCount) })}>
      {t('daysTooLongText')}
      <ul>
        {run.daysTooLong.map((one) => (
          <li key={one.internshipId}>{mayRead ? <Link to={`/internships/${one.internshipId}`}>{one.name || t('somebody')}</Link> : one.name || t('somebody')}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Who is not on the list: registers that are not closed, and people who wait for the next one. */
function Missing({ run }: { run: Run }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const refresh = useRefresh();
  const mayRead = useRight('internships:read');
  if (run.state === 'frozen' || (Number(run.missingCount) === 0 && run.held.length === 0)) return null;
  const back = async (beneficiaryId: string) => {
    const done = release(run.id, run.version, beneficiaryId);
    toast.after(done, t('hold.released'));
    await done.then(refresh, refresh);
  };
  return (
    <SectionCard title={t('leftOut')}>
      {Number(run.missingCount) > 0 && <p>{t('missing', { count: Number(run.missingCount) })}</p>}
      <ul className="rows">
        {run.held.map((one) => (
          <li key={one.beneficiaryId} className="row0">
            <div className="row0-main">
              {one.name}
              <div className="muted">{t('hold.held')}</div>
            </div>
            {run.state === 'draft' && (
              <Button small look="quiet" aria-label={t('hold.releaseOf', { name: one.name })} onClick={() => void back(one.beneficiaryId)}>
                {t('hold.release')}
              </Button>
            )}
          </li>
        ))}
        {run.missing.map((one) => (
          <li key={one.internshipId} className="row0">
            <div className="row0-main">
              {mayRead ? <Link to={`/internships/${one.internshipId}/attendance/${run.month}`}>{one.name || t('somebody')}</Link> : one.name || t('somebody')}
              <div className="muted">{t('registerMissing')}</div>
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
