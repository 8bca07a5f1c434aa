import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { todayKey } from '../../../api/today';
import { Button } from '../../../components/Button';
import { Menu } from '../../../components/Menu';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { RelativeDate } from '../../../components/values';
import { dateTime, shortDate } from '../../../lib/format';
import { takeBackOutcome, useAppointments, type Appointment } from '../api/appointments';
import type { Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { AppointmentChip } from './AppointmentChip';
import { AppointmentDialog } from './AppointmentDialog';
import { OutcomeDialog } from './OutcomeDialog';
import type { Writing } from './EntryForm';

type Doing = { what: 'plan'; appointment?: Appointment } | { what: 'outcome'; appointment: Appointment } | null;

/** What is planned, the next first, and how the past ones went. `onTell` begins a diary entry about one that was held; `begin` opens the planning at once. */
export function AppointmentsSection({ record, open, begin, onTell }: { record: Case; open: boolean; begin: boolean; onTell: (start: NonNullable<Writing['start']>) => void }) {
  const { t } = useTranslation('beneficiaries');
  const [past, setPast] = useState(false);
  const [doing, setDoing] = useState<Doing>(begin && open && !record.closedOn ? { what: 'plan' } : null);
  const list = useAppointments(record.id, past ? 'recorded' : 'planned');
  const noShows = Number(record.noShows ?? 0);
  return (
    <div id="appointments">
      <SectionCard
        title={t('appointments.title')}
        note={noShows > 0 ? t('appointments.noShows', { count: noShows }) : undefined}
        actions={
          <>
            <Button small look="quiet" onClick={() => setPast(!past)} aria-pressed={past}>
              {t('appointments.past')}
            </Button>
            {open && !record.closedOn && (
              <Button small icon="plus" onClick={() => setDoing({ what: 'plan' })}>
                {t('appointments.plan')}
              </Button>
            )}
          </>
        }
      >
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.isPending ? (
          <Skeleton lines={2} />
        ) : list.rows.length === 0 ? (
          <EmptyState icon="calendar" title={t(past ? 'appointments.nonePast' : 'appointments.none')} />
        ) : (
          <ul className="rows">
            {list.rows.map((appointment) => (
              <Row key={appointment.id} caseId={record.id} appointment={appointment} open={open} onDo={setDoing} onTell={onTell} />
            ))}
          </ul>
        )}
        {list.hasMore && (
          <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
            {t('appointments.more')}
          </Button>
        )}
        {doing?.what === 'plan' && <AppointmentDialog record={record} appointment={doing.appointment} onClose={() => setDoing(null)} />}
        {doing?.what === 'outcome' && <OutcomeDialog caseId={record.id} appointment={doing.appointment} onClose={() => setDoing(null)} onTell={onTell} />}
      </SectionCard>
    </div>
  );
}

function Row({ caseId, appointment, open, onDo, onTell }: { caseId: string; appointment: Appointment; open: boolean; onDo: (doing: Doing) => void; onTell: (start: NonNullable<Writing['start']>) => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const isPlanned = appointment.state === 'planned';
  const when = `${shortDate(appointment.on)}, ${appointment.at}`;
  const takeBack = async () => {
    try {
      await takeBackOutcome(caseId, appointment.id, appointment.version);
      toast.done(t('appointments.takenBack'));
    } catch (error) {
      toast.failed(error);
    }
    await Promise.all([queries.invalidateQueries({ queryKey: peopleKeys.all }), queries.invalidateQueries({ queryKey: todayKey })]);
  };
  const more = [
    isPlanned && { label: t('appointments.change'), icon: 'pencil' as const, onSelect: () => onDo({ what: 'plan', appointment }) },
    appointment.state === 'held' && { label: t('appointments.tell'), icon: 'note' as const, onSelect: () => onTell(startOf(appointment, t)) },
    !isPlanned && { label: t('appointments.takeBack'), onSelect: () => void takeBack() },
  ].filter((item) => !!item);
  return (
    <li>
      <div>
        <b>
          {when} · {t(`appointmentKind.${appointment.kind}`)}
        </b>{' '}
        <AppointmentChip appointment={appointment} />
        <div className="hint">
          <RelativeDate value={appointment.on} /> · {t('appointments.minutes', { count: Number(appointment.minutes) })} · {t('appointments.with', { name: appointment.userName ?? t('team.unknown') })}
          {appointment.place && ` · ${appointment.place}`}
        </div>
        {appointment.message && <div className="hint">{messageOf(appointment.message, t)}</div>}
        {appointment.note && <div className="pre-line">{appointment.note}</div>}
        {(appointment.reason || appointment.outcomeNote) && (
          <div className="hint">{[appointment.reason && t(`appointmentReason.${appointment.reason}`), appointment.outcomeNote].filter(Boolean).join('. ')}</div>
        )}
      </div>
      {open && (
        <div className="inline">
          {isPlanned && (
            <Button small icon="check" onClick={() => onDo({ what: 'outcome', appointment })} aria-label={t('appointments.recordOf', { when })}>
              {t('appointments.record')}
            </Button>
          )}
          <Menu label={t('otherActions')} name={t('appointments.actionsOf', { when })} items={more} buttonClass="btn0 quiet small" />
        </div>
      )}
    </li>
  );
}

const entryKinds = { interview: 'interview', call: 'call', visit: 'visit', meeting: 'meeting', accompaniment: 'visit', group: 'note', other: 'note' } as const;

/** The entry that a held appointment proposes: its kind and hour, and a first line to go on from. */
export function startOf(appointment: Appointment, t: ReturnType<typeof useTranslation<'beneficiaries'>>['t']): NonNullable<Writing['start']> {
  const first = t('appointments.firstLine', { kind: t(`appointmentKind.${appointment.kind}`), date: shortDate(appointment.on), time: appointment.at, name: appointment.userName ?? t('team.unknown') });
  return { kind: entryKinds[appointment.kind], on: appointment.on, at: appointment.at, text: `${first}\n` };
}

/** How the message to the person stands, in words. */
function messageOf(message: NonNullable<Appointment['message']>, t: ReturnType<typeof useTranslation<'beneficiaries'>>['t']): string {
  if (message.state === 'notSent') return `${t('appointments.notTold')} ${message.obstacle ? t(`appointments.obstacle.${message.obstacle}`) : t('appointments.notInTime')}`;
  return t(`appointments.message.${message.state}`, { when: message.at ? dateTime(message.at) : '' });
}
