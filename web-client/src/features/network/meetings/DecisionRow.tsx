import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { completeDecision, type Decision } from '../api/meetings';
import { useChange } from '../api/network';

/** One decision, ticked off by its owner or by whoever keeps the network. */
export function DecisionRow({ decision, onEdit, onRemove, where }: { decision: Decision; onEdit?: () => void; onRemove?: () => void; where?: boolean }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const mayWrite = useRight('partner-bodies:write');
  const complete = useChange(completeDecision);
  const mayTick = mayWrite || decision.isMine;
  const set = (done: boolean) =>
    toast.after(complete.mutateAsync({ id: decision.id, done }), t(done ? 'decisions.nowDone' : 'decisions.nowOpen'), done ? { undo: () => set(false) } : undefined);
  return (
    <li className="row0">
      <div className="row0-main">
        <b>{decision.decided}</b>
        <div className="muted">
          {[decision.ownerName, decision.ownerBodyName].filter(Boolean).join(', ')} · {t('decisions.by')} <DateText value={decision.dueOn} />
        </div>
        {where && (
          <Link className="lnk" to={`/partner-bodies/tables/${decision.tableId}/meetings/${decision.meetingId}`}>
            {decision.tableName}, <DateText value={decision.meetingDay} short />
          </Link>
        )}
      </div>
      {decision.doneAt ? <StatusChip tone="ok">{t('decisionState.done')}</StatusChip> : decision.isLate ? <StatusChip tone="late">{t('decisionState.late')}</StatusChip> : <StatusChip tone="blue">{t('decisionState.open')}</StatusChip>}
      {mayTick && (
        <Button small className="no-print" busy={complete.isPending} onClick={() => set(!decision.doneAt)} aria-label={`${t(decision.doneAt ? 'decisions.reopen' : 'decisions.done')}: ${decision.decided}`}>
          {t(decision.doneAt ? 'decisions.reopen' : 'decisions.done')}
        </Button>
      )}
      {onEdit && !decision.doneAt && (
        <Button small look="quiet" className="no-print" onClick={onEdit} aria-label={`${t('edit')}: ${decision.decided}`}>
          {t('edit')}
        </Button>
      )}
      {onRemove && (
        <Button small look="quiet" className="no-print" onClick={onRemove} aria-label={`${t('decisions.remove')}: ${decision.decided}`}>
          {t('decisions.remove')}
        </Button>
      )}
    </li>
  );
}
