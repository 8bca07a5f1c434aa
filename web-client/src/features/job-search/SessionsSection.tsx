import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useMe } from '../../api/session';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { amount, choice, DateField, day, FieldRow, Form, NumberField, RadioGroup, SelectField, text, TextArea, TextField, useApiForm, TimeField, time } from '../../components/form';
import { Menu } from '../../components/Menu';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState } from '../../components/states';
import { useToast } from '../../components/Toast';
import { RelativeDate } from '../../components/values';
import { shortDate } from '../../lib/format';
import { changeSession, planSession, recordSession, sessionOutcomes, sessionWays, takeBackSession, useRefresh, type Path, type Session } from './api/paths';
import { SessionChip } from './chips';

export type Doing = { what: 'plan'; session?: Session } | { what: 'record'; session: Session } | null;

/** The sessions of a path: what is to come first, then how the others went. */
export function SessionsSection({ path, open, doing, onDo }: { path: Path; open: boolean; doing: Doing; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation('job-search');
  const [all, setAll] = useState(false);
  const planned = path.meetings.filter((one) => one.state === 'planned').reverse();
  const past = path.meetings.filter((one) => one.state !== 'planned');
  const shown = [...planned, ...(all ? past : past.slice(0, 4))];
  const planned6 = path.sessions ? t('heldOf', { held: Number(path.figures.held), planned: Number(path.sessions) }) : t('heldCount', { count: Number(path.figures.held) });
  return (
    <div id="sessions">
      <SectionCard
        title={t('sessions.title')}
        note={planned6}
        actions={
          open && (
            <Button small icon="plus" onClick={() => onDo({ what: 'plan' })}>
              {t('sessions.plan')}
            </Button>
          )
        }
      >
        {shown.length === 0 ? (
          <EmptyState icon="calendar" title={t('sessions.none')} />
        ) : (
          <ul className="rows">
            {shown.map((session) => (
              <Row key={session.id} path={path} session={session} open={open} onDo={onDo} />
            ))}
          </ul>
        )}
        {past.length > 4 && (
          <Button look="quiet" small aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'sessions.fewer' : 'sessions.more', { count: past.length - 4 })}
          </Button>
        )}
        {doing?.what === 'plan' && <PlanDialog path={path} session={doing.session} onClose={() => onDo(null)} />}
        {doing?.what === 'record' && <RecordDialog path={path} session={doing.session} onClose={() => onDo(null)} />}
      </SectionCard>
    </div>
  );
}

function Row({ path, session, open, onDo }: { path: Path; session: Session; open: boolean; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation('job-search');
  const toast = useToast();
  const refresh = useRefresh();
  const isPlanned = session.state === 'planned';
  const when = `${shortDate(session.on)}, ${session.at}`;
  return (
    <li>
      <div className="grow">
        <b>
          {when} · {t(`way.${session.way}`)}
        </b>{' '}
        <SessionChip session={session} />
        <div className="hint">
          <RelativeDate value={session.on} /> · {t('minutes', { count: Number(session.minutes) })} · {t('with', { name: session.userName ?? t('unknown') })}
          {session.place && ` · ${session.place}`}
        </div>
        {session.note && <div className="pre-line">{session.note}</div>}
        {session.outcomeNote && <div className="hint pre-line">{session.outcomeNote}</div>}
      </div>
      {open && (
        <div className="inline">
          {isPlanned && (
            <Button small icon="check" onClick={() => onDo({ what: 'record', session })} aria-label={t('sessions.recordOf', { when })}>
              {t('sessions.record')}
            </Button>
          )}
          <Menu
            label={t('otherActions')}
            name={t('sessions.actionsOf', { when })}
            buttonClass="btn0 quiet small"
            items={[
              isPlanned && { label: t('sessions.change'), icon: 'pencil' as const, onSelect: () => onDo({ what: 'plan', session }) },
              !isPlanned && { label: t('sessions.takeBack'), onSelect: () => toast.after(takeBackSession(path.id, session.id, session.version).then(refresh), t('sessions.takenBack')) },
            ]}
          />
        </div>
      )}
    </li>
  );
}

const planning = z.object({
  way: choice.required(sessionWays),
  on: day.required(),
  at: time.required(),
  minutes: amount.required({ min: 5, max: 480 }),
  userId: text.required(40),
  place: text.optional(300),
  note: text.optional(1000),
});

function PlanDialog({ path, session, onClose }: { path: Path; session?: Session; onClose: () => void }) {
  const { t } = useTranslation('job-search');
  const toast = useToast();
  const refresh = useRefresh();
  const me = useMe().data?.id;
  const form = useApiForm<z.input<typeof planning>, z.output<typeof planning>>({
    schema: planning,
    defaultValues: {
      way: session?.way ?? 'inPerson',
      on: session?.on ?? '',
      at: session?.at ?? '',
      minutes: Number(session?.minutes ?? 60),
      userId: session?.userId ?? (path.team.some((one) => one.userId === me) ? me! : path.userId),
      place: session?.place ?? '',
      note: session?.note ?? '',
    },
    guard: false,
    version: session?.version,
    submit: async (values, version) => {
      if (session) await changeSession(path.id, session.id, version!, values);
      else await planSession(path.id, values);
    },
    onDone: () => {
      void refresh();
      toast.done(t(session ? 'sessions.changed' : 'sessions.planned'));
      onClose();
    },
  });
  return (
    <Dialog open title={t(session ? 'sessions.change' : 'sessions.plan')} onClose={onClose}>
      <Form form={form} submitLabel={t(session ? 'save' : 'sessions.planAction')} onCancel={onClose}>
        <SelectField name="way" label={t('sessions.way')} required width="full" options={sessionWays.map((value) => ({ value, label: t(`way.${value}`) }))} />
        <FieldRow>
          <DateField name="on" label={t('sessions.on')} required />
          <TimeField name="at" label={t('sessions.at')} help={t('sessions.atHelp')} required width="short" />
          <NumberField name="minutes" label={t('sessions.howLong')} required />
        </FieldRow>
        <SelectField name="userId" label={t('sessions.who')} required width="full" options={path.team.map((one) => ({ value: one.userId, label: one.name ?? t('unknown') }))} />
        <TextField name="place" label={t('sessions.place')} autoComplete="off" />
        <TextArea name="note" label={t('sessions.note')} rows={2} />
      </Form>
    </Dialog>
  );
}

const recording = z.object({ outcome: choice.required(sessionOutcomes), minutes: amount.optional({ min: 5, max: 480 }), note: text.optional(2000) });
type Recording = z.input<typeof recording>;

function RecordDialog({ path, session, onClose }: { path: Path; session: Session; onClose: () => void }) {
  const { t } = useTranslation('job-search');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Recording, z.output<typeof recording>>({
    schema: recording,
    defaultValues: { outcome: '', minutes: Number(session.minutes), note: '' },
    guard: false,
    submit: (values) => recordSession(path.id, session.id, session.version, values),
    onDone: () => {
      void refresh();
      toast.done(t('sessions.recorded'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('sessions.recordTitle', { when: `${shortDate(session.on)}, ${session.at}` })} onClose={onClose}>
      <Form form={form} submitLabel={t('sessions.recordAction')} onCancel={onClose} keptNote={false}>
        <RadioGroup name="outcome" label={t('sessions.outcome')} required options={sessionOutcomes.map((value) => ({ value, label: t(`sessionState.${value}`) }))} />
        <HowLong />
        <TextArea name="note" label={t('sessions.outcomeNote')} rows={3} />
      </Form>
    </Dialog>
  );
}

function HowLong() {
  const { t } = useTranslation('job-search');
  const outcome = useWatch<Recording, 'outcome'>({ name: 'outcome' });
  return outcome === 'held' ? <NumberField name="minutes" label={t('sessions.howLong')} /> : null;
}
