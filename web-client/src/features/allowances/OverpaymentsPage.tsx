import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { FilterChips } from '../../components/filters';
import { ListFoot } from '../../components/ListFoot';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { useListState } from '../../components/useListState';
import type { List } from '../../components/useList';
import { DateText, Money } from '../../components/values';
import { dateTime, money, monthName } from '../../lib/format';
import { confirm as confirmRenouncement, useClosings, useOverpayments, withdraw, type ListedClosing, type Overpayment } from './api/overpayments';
import { useProgrammeName, useRefresh } from './api/runs';
import { GiveBackDialog, RenounceDialog } from './OverpaymentDialogs';

/** What was paid too much to people to whom nothing else is due: each is closed as given back or renounced. */
export function OverpaymentsPage() {
  const { t } = useTranslation('allowances');
  const state = useListState({ filters: ['programmeId'] });
  const { programmeId } = state.filters;
  const programme = useProgrammeName(programmeId);
  const open = useOverpayments(programmeId);
  const closed = useClosings(programmeId);
  return (
    <Page title={t('overpaid.title')} count={open.total} subtitle={t('overpaid.text')}>
      <FilterChips
        onClear={state.clear}
        chips={[!!programmeId && { key: 'programme', name: t('programme'), label: programme.data ?? t('oneProgramme'), onRemove: () => state.setFilter('programmeId', undefined) }]}
      />
      <SectionCard title={t('overpaid.open')}>
        <Rows list={open} empty={<EmptyState icon="check-circle" title={t('overpaid.empty')} text={t('overpaid.emptyText')} />}>
          {(one) => <OpenRow key={`${one.internshipId} ${one.month}`} one={one} />}
        </Rows>
      </SectionCard>
      {(closed.rows.length > 0 || closed.error !== null) && (
        <SectionCard title={t('overpaid.closed')}>
          <Rows list={closed} empty={null}>
            {(one) => <ClosedRow key={one.closing.id} one={one} />}
          </Rows>
        </SectionCard>
      )}
    </Page>
  );
}

function Rows<Row>({ list, empty, children }: { list: List<Row>; empty: React.ReactNode; children: (row: Row) => React.ReactNode }) {
  if (list.error && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isPending) return <Skeleton lines={4} />;
  if (list.rows.length === 0) return <>{empty}</>;
  return (
    <>
      <ul className="rows payments">{list.rows.map(children)}</ul>
      {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : <ListFoot list={list} />}
    </>
  );
}

function Who({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('allowances');
  return useRight('internships:read') ? <Link to={`/internships/${id}`}>{name || t('somebody')}</Link> : <b>{name || t('somebody')}</b>;
}

function OpenRow({ one }: { one: Overpayment }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const refresh = useRefresh();
  const ask = useConfirm();
  const [dialog, setDialog] = useState<'giveBack' | 'renounce' | null>(null);
  const name = one.name || t('somebody');
  const waiting = one.renouncement;
  const act = async (work: () => Promise<unknown>, text: string) => {
    const done = work();
    toast.after(done, text);
    await done.then(refresh, refresh);
  };
  const agree = async () => {
    if (!(await ask({ title: t('overpaid.confirm.title'), text: t('overpaid.confirm.text', { name, amount: money(Number(one.cents)) }), action: t('overpaid.confirm.action') }))) return;
    await act(() => confirmRenouncement(waiting!.id, waiting!.version), t('overpaid.confirm.done'));
  };
  return (
    <li>
      <div className="row0">
        <div className="row0-main">
          <Who id={one.internshipId} name={one.name} />
          <div className="muted">
            {t('overpaid.of', { month: monthName(one.month), programme: one.programmeName })}
            {one.since && (
              <>
                {' · '}
                {t('overpaid.since')} <DateText value={one.since} short />
              </>
            )}
          </div>
        </div>
        {waiting && <StatusChip tone="warn">{t('overpaid.state.toConfirm')}</StatusChip>}
        <Money cents={Number(one.cents)} />
      </div>
      {waiting && (
        <Notice tone={one.mayConfirm ? 'warn' : 'blue'} title={t('overpaid.proposed', { by: waiting.recordedBy ?? t('overpaid.somebodyElse'), reason: t(`overpaid.reason.${waiting.reason ?? 'other'}`) })}>
          {waiting.note && <p>{waiting.note}</p>}
          {!one.mayConfirm && <p>{t('overpaid.secondPerson')}</p>}
        </Notice>
      )}
      <div className="reckoning-actions">
        {waiting ? (
          <>
            {one.mayConfirm && (
              <Button small look="fill" onClick={() => void agree()} aria-label={t('overpaid.confirm.actionOf', { name })}>
                {t('overpaid.confirm.action')}
              </Button>
            )}
            <Button small look="quiet" onClick={() => void act(() => withdraw(waiting.id, waiting.version), t('overpaid.withdraw.done'))} aria-label={t('overpaid.withdraw.actionOf', { name })}>
              {t('overpaid.withdraw.action')}
            </Button>
          </>
        ) : (
          <>
            <Button small onClick={() => setDialog('giveBack')} aria-label={t('overpaid.giveBack.actionOf', { name })}>
              {t('overpaid.giveBack.action')}
            </Button>
            <Button small look="quiet" onClick={() => setDialog('renounce')} aria-label={t('overpaid.renounce.actionOf', { name })}>
              {t('overpaid.renounce.action')}
            </Button>
          </>
        )}
      </div>
      {dialog === 'giveBack' && <GiveBackDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === 'renounce' && <RenounceDialog one={one} onClose={() => setDialog(null)} />}
    </li>
  );
}

const tones: Record<ListedClosing['closing']['state'], Tone> = { toConfirm: 'warn', closed: 'ok', withdrawn: 'neutral' };

function ClosedRow({ one }: { one: ListedClosing }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const refresh = useRefresh();
  const ask = useConfirm();
  const { closing } = one;
  const name = one.name || t('somebody');
  const undo = async () => {
    if (!(await ask({ title: t('overpaid.withdraw.title'), text: t(`overpaid.withdraw.text.${closing.kind}`, { name, amount: money(Number(closing.cents)) }), action: t('overpaid.withdraw.action') }))) return;
    const done = withdraw(closing.id, closing.version);
    toast.after(done, t('overpaid.withdraw.done'));
    await done.then(refresh, refresh);
  };
  return (
    <li>
      <div className="row0">
        <div className="row0-main">
          <Who id={one.internshipId} name={one.name} />
          <div className="muted">
            {closing.kind === 'givenBack' ? (
              <>
                {t(`overpaid.how.${closing.how ?? 'other'}`)}, <DateText value={closing.givenOn} short />
              </>
            ) : (
              t(`overpaid.reason.${closing.reason ?? 'other'}`)
            )}
            {' · '}
            {t('overpaid.of', { month: monthName(closing.month), programme: one.programmeName })}
          </div>
          <div className="muted">
            {t('overpaid.recorded', { by: closing.recordedBy ?? t('overpaid.somebodyElse'), when: dateTime(closing.recordedAt) })}
            {closing.kind === 'renounced' && closing.closedAt && <>. {t('overpaid.confirmed', { by: closing.closedBy ?? t('overpaid.somebodyElse'), when: dateTime(closing.closedAt) })}</>}
            {closing.withdrawnAt && <>. {t('overpaid.withdrawn', { by: closing.withdrawnBy ?? t('overpaid.somebodyElse'), when: dateTime(closing.withdrawnAt) })}</>}
          </div>
          {closing.note && <div>{closing.note}</div>}
          {closing.state === 'toConfirm' && <div>{t('overpaid.pointless')}</div>}
        </div>
        <StatusChip tone={tones[closing.state]}>{closing.state === 'closed' ? t(`overpaid.kind.${closing.kind}`) : t(`overpaid.state.${closing.state}`)}</StatusChip>
        <Money cents={Number(closing.cents)} />
        {one.mayWithdraw && (
          <Button small look="quiet" onClick={() => void undo()} aria-label={t('overpaid.withdraw.actionOf', { name })}>
            {t('overpaid.withdraw.action')}
          </Button>
        )}
      </div>
    </li>
  );
}
