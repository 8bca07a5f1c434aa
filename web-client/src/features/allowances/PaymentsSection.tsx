import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { FilterSelect, SearchBox } from '../../components/filters';
import { ListFoot } from '../../components/ListFoot';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, Money } from '../../components/values';
import { capital } from '../../lib/capital';
import { monthName } from '../../lib/format';
import { hold, paymentStates, takeBack, usePayments, useRefresh, type Payment, type Run } from './api/runs';
import { SettleDialog } from './RunDialogs';
import { hours, PaymentChip } from './words';

/** As many as are seen at a glance: more are searched by name. */
const few = 10;

type Shown = (typeof paymentStates)[number] | 'problems';

/** The people of the list by name; each opens its reckoning line by line. */
export function PaymentsSection({ run }: { run: Run }) {
  const { t } = useTranslation('allowances');
  const [shown, setShown] = useState<Shown>();
  const [text, setText] = useState('');
  const list = usePayments(run.id, { text, state: shown === 'problems' ? undefined : shown, problems: shown === 'problems' || undefined });
  const states: { value: Shown; label: string }[] = [
    ...(run.problems.length > 0 ? [{ value: 'problems' as const, label: t('onlyProblems') }] : []),
    ...paymentStates.filter((one) => run.payments.some((counted) => counted.code === one)).map((value) => ({ value, label: t(`payment.${value}`) })),
  ];
  return (
    <SectionCard
      title={t('payments')}
      actions={states.length > 1 && <FilterSelect label={t('stateLabel')} value={shown} options={states} onChange={(value) => setShown(states.find((one) => one.value === value)?.value)} />}
    >
      {Number(run.people) > few && <SearchBox label={t('searchPayment')} value={text} onChange={setText} />}
      {list.error && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.isPending ? (
        <Skeleton lines={6} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="user" title={t(text ? 'noPaymentOf' : 'noPayments')} />
      ) : (
        <>
          <ul className="rows payments">
            {list.rows.map((payment) => (
              <PaymentRow key={payment.id} run={run} payment={payment} />
            ))}
          </ul>
          {Number(run.people) > few && <ListFoot list={list} />}
        </>
      )}
    </SectionCard>
  );
}

function PaymentRow({ run, payment }: { run: Run; payment: Payment }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<'done' | 'returned' | null>(null);
  const mayWrite = useRight('beneficiaries:write');
  const name = payment.name || t('somebody');
  const confirm = useConfirm();
  const unsay = async () => {
    if (!(await confirm({ title: t('takeBack.title'), text: t(`takeBack.text.${payment.state === 'done' ? 'done' : 'returned'}`, { name }), action: t('takeBack.action') }))) return;
    const done = takeBack(run.id, [payment.id]);
    toast.after(done, t('takeBack.saved', { count: 1 }));
    await done.then(refresh, refresh);
  };
  const leave = async () => {
    const done = hold(run.id, run.version, payment.beneficiaryId);
    toast.after(done, t('hold.done'));
    await done.then(refresh, refresh);
  };
  return (
    <li>
      <div className="row0">
        <button type="button" className="reckoning-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <b>{name}</b>
          <span className="muted">
            {payment.accountMask ?? (payment.state === 'nothing' ? '–' : t('noAccount'))}
            {payment.settledOn && (
              <>
                {' · '}
                <DateText value={payment.settledOn} short />
              </>
            )}
            {payment.returnReason && ` · ${t(`reason.${payment.returnReason}`)}`}
            {payment.paidAgain && ` · ${t('paidAgain')}`}
          </span>
        </button>
        <PaymentChip payment={payment} />
        <Money cents={Number(payment.cents)} />
      </div>
      {payment.problem && run.state === 'draft' && (
        <p className="muted payment-problem">
          {t(`problemText.${payment.problem}`)}{' '}
          {payment.mayOpenPerson && mayWrite && (
            <Link to={`/beneficiaries/${payment.beneficiaryId}${payment.problem === 'townMissing' ? '' : '#bank-account'}`} aria-label={t('correctOf', { name })}>
              {t('correct')}
            </Link>
          )}
        </p>
      )}
      {payment.state === 'returned' && !payment.paidAgain && (
        <p className="muted payment-problem">
          {t(isOfTheAccount(payment) ? 'returnedText.account' : 'returnedText.other')}{' '}
          {isOfTheAccount(payment) && payment.mayOpenPerson && mayWrite && (
            <Link to={`/beneficiaries/${payment.beneficiaryId}#bank-account`} aria-label={t('correctOf', { name })}>
              {t('correct')}
            </Link>
          )}
        </p>
      )}
      {open && (
        <div className="reckoning">
          {payment.items.map((item, place) => (
            <Reckoning key={place} item={item} />
          ))}
          <div className="reckoning-actions">
            {run.state === 'draft' && (
              <Button small look="quiet" onClick={() => void leave()} aria-label={t('hold.actionOf', { name })}>
                {t('hold.action')}
              </Button>
            )}
            {run.state === 'frozen' && payment.state === 'pending' && (
              <Button small onClick={() => setOutcome('done')} aria-label={t('settle.doneOf', { name })}>
                {t('settle.done')}
              </Button>
            )}
            {run.state === 'frozen' && (payment.state === 'pending' || payment.state === 'done') && (
              <Button small look="quiet" onClick={() => setOutcome('returned')} aria-label={t('settle.returnedOf', { name })}>
                {t('settle.returned')}
              </Button>
            )}
            {payment.mayTakeBack && (
              <Button small look="quiet" onClick={() => void unsay()} aria-label={t('takeBack.actionOf', { name })}>
                {t('takeBack.action')}
              </Button>
            )}
          </div>
        </div>
      )}
      {outcome && <SettleDialog run={run} payments={[payment]} outcome={outcome} onClose={() => setOutcome(null)} />}
    </li>
  );
}

/** The next list pays it again only once the account is another, or its holder. */
const isOfTheAccount = ({ returnReason }: Payment) => !!returnReason && returnReason !== 'other';

/** What a month comes from, line by line, with the act of each. */
function Reckoning({ item }: { item: Payment['items'][number] }) {
  const { t } = useTranslation('allowances');
  return (
    <section aria-label={t('reckoningOf', { month: monthName(item.month) })}>
      <h3>
        {capital(monthName(item.month))}
        <span className="muted"> · {t(`item.${item.kind}`)}</span>
        {Number(item.plannedMinutes) > 0 && <span className="muted"> · {t('hours', { worked: hours(Number(item.workedMinutes)), planned: hours(Number(item.plannedMinutes)) })}</span>}
      </h3>
      <table className="reckoning-lines">
        <tbody>
          {item.lines.map((line, place) => (
            <tr key={place}>
              <td>
                {line.text}
                {line.act && <span className="muted"> ({line.act})</span>}
              </td>
              <td className="number">{line.cents !== null && <Money cents={Number(line.cents)} />}</td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{t('total')}</th>
            <td className="number">
              <Money cents={Number(item.cents)} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
