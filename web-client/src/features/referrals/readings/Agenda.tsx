import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { referralKeys } from '../api/keys';
import { takeOffAgenda, type AgendaItem, type Reading } from '../api/readings';
import { DecisionChip, UrgencyChip } from '../chips';
import { TakeBackDialog } from './TakeBackDialog';

/** What is read, in order, with what was decided. */
export function Agenda({ reading, canDecide, onDecide }: { reading: Reading; canDecide: boolean; onDecide: (referralId: string) => void }) {
  const { t } = useTranslation('referrals');
  return (
    <SectionCard title={t('readings.agenda')} note={t('readings.decidedNote', { decided: reading.agenda.filter((item) => item.decision).length, count: reading.agenda.length })}>
      {reading.agenda.length === 0 ? (
        <EmptyState icon="inbox" title={t('readings.nothing')} text={reading.canOrganise ? t('readings.nothingText') : undefined} />
      ) : (
        <ol className="rows">
          {reading.agenda.map((item) => (
            <AgendaRow key={item.referralId} item={item} reading={reading} canDecide={canDecide} onDecide={onDecide} />
          ))}
        </ol>
      )}
    </SectionCard>
  );
}

function AgendaRow({ item, reading, canDecide, onDecide }: { item: AgendaItem; reading: Reading; canDecide: boolean; onDecide: (referralId: string) => void }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const [takingBack, setTakingBack] = useState(false);
  if (!item.displayName) return <li className="muted">{t('readings.hidden')}</li>;
  const name = item.displayName;

  const takeOff = async () => {
    if (!(await confirm({ title: t('readings.takeOffTitle', { name }), text: t('readings.takeOffText'), action: t('readings.takeOff') }))) return;
    try {
      await takeOffAgenda(reading.id, item.referralId);
      toast.done(t('readings.takenOff'));
    } catch (error) {
      toast.failed(error);
    }
    await queries.invalidateQueries({ queryKey: referralKeys.all });
  };
  return (
    <li>
      <div>
        {item.visible ? <Link to={`/beneficiaries/referrals/${item.referralId}`}>{name}</Link> : <b>{name}</b>} {item.decision && <DecisionChip decision={item.decision} />}{' '}
        {item.restricted && <StatusChip>{t('restricted')}</StatusChip>} <UrgencyChip urgency={item.urgency ?? null} />
        <div className="hint">{item.bodyName}</div>
        {item.decision && (
          <div className="tl-text pre-line">
            {item.declineReason && `${t(`declineReason.${item.declineReason}`)}. `}
            {item.reason}
          </div>
        )}
      </div>
      {!item.decision && reading.canOrganise && (
        <div className="inline">
          {canDecide && (
            <Button small icon="check" onClick={() => onDecide(item.referralId)} aria-label={t('readings.decideOn', { name })}>
              {t('readings.decide')}
            </Button>
          )}
          <Button small look="quiet" onClick={() => void takeOff()} aria-label={t('readings.takeOffOf', { name })}>
            {t('readings.takeOff')}
          </Button>
        </div>
      )}
      {item.decision && canDecide && (
        <div className="inline">
          <Button small look="quiet" onClick={() => setTakingBack(true)} aria-label={t('readings.takeBackOf', { name })}>
            {t('readings.takeBack')}
          </Button>
        </div>
      )}
      {takingBack && <TakeBackDialog readingId={reading.id} referralId={item.referralId} name={name} takenOn={item.decision === 'takenOn'} onClose={() => setTakingBack(false)} />}
    </li>
  );
}
