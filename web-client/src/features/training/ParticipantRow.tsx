import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Menu } from '../../components/Menu';
import { SelectRow, type Selection } from '../../components/selection';
import { useToast } from '../../components/Toast';
import { classes } from '../../lib/classes';
import { longDate } from '../../lib/format';
import { isFinishable, type Edition } from './api/editions';
import { hasPlace, useEnrolmentStep, type Enrolment, type Step } from './api/enrolments';
import { OutcomeDialog } from './OutcomeDialog';
import { EnrolmentChip, useHours } from './states';

/** With a selection the row can be chosen for an action on many. */
export function ParticipantRow({ enrolment, edition, selection }: { enrolment: Enrolment; edition: Edition; selection?: Selection }) {
  const { t } = useTranslation('training');
  const hours = useHours();
  const toast = useToast();
  const confirm = useConfirm();
  const step = useEnrolmentStep(edition.id);
  const [outcome, setOutcome] = useState(false);
  const name = enrolment.displayName;
  const send = (what: Step, said: string) => toast.after(step.mutateAsync(what), said);
  const withdraw = async () => {
    const yes = await confirm({ title: t('participants.withdrawTitle', { name }), text: enrolment.state === 'confirmed' ? t('participants.withdrawFrees') : t('participants.withdrawText'), action: t('participants.withdraw'), danger: true });
    if (yes) send({ id: enrolment.id, step: 'withdraw' }, t('participants.withdrawn'));
  };
  const waits = enrolment.state === 'enrolled' || enrolment.state === 'waiting';
  const takesPart = hasPlace(enrolment);
  const isHeld = isFinishable(edition);
  const facts = [
    enrolment.phone,
    enrolment.email,
    takesPart && enrolment.attendedMinutes > 0 && t('participants.attended', { hours: hours(enrolment.attendedMinutes) }),
    enrolment.hiredOn ? t('participants.hired', { day: longDate(enrolment.hiredOn), employer: enrolment.employer }) : enrolment.outcomeAt && t('participants.notHired'),
  ].filter(Boolean);
  return (
    <li className={classes('row0', selection?.keys.has(enrolment.id) && 'chosen')}>
      {selection && <SelectRow selection={selection} rowKey={enrolment.id} />}
      <div className="row0-main">
        <b id={`row-${enrolment.id}`}>{name}</b>
        {facts.length > 0 && <div className="muted">{facts.join(' · ')}</div>}
      </div>
      <EnrolmentChip enrolment={enrolment} />
      {edition.canManage && waits && edition.state !== 'ended' && edition.state !== 'cancelled' && (
        <Button small busy={step.isPending} onClick={() => send({ id: enrolment.id, step: 'confirm' }, t('participants.confirmed'))} aria-label={`${t('participants.confirm')}: ${name}`}>
          {t('participants.confirm')}
        </Button>
      )}
      {edition.canManage && enrolment.state !== 'withdrawn' && (
        <Menu
          label={t('more')}
          name={t('participants.moreOf', { name })}
          buttonClass="btn0 quiet small"
          items={[
            takesPart && isHeld && { label: t('participants.passed'), icon: 'check', onSelect: () => send({ id: enrolment.id, step: 'complete', passed: true }, t('saved')) },
            takesPart && isHeld && { label: t('participants.failed'), icon: 'minus', onSelect: () => send({ id: enrolment.id, step: 'complete', passed: false }, t('saved')) },
            takesPart && isHeld && { label: t('participants.outcome'), icon: 'flag', onSelect: () => setOutcome(true) },
            enrolment.state !== 'completed' && { label: t('participants.withdraw'), icon: 'close', danger: true, onSelect: () => void withdraw() },
          ]}
        />
      )}
      {outcome && <OutcomeDialog enrolment={enrolment} edition={edition} onClose={() => setOutcome(false)} />}
    </li>
  );
}
