import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { DateField, FieldRow, Form, TextField, day, text, useApiForm, TimeField, time } from '../../components/form';
import { Menu } from '../../components/Menu';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText } from '../../components/values';
import { daysFromToday, longDate, number } from '../../lib/format';
import type { Edition } from './api/editions';
import { useAddSession, useDropSession, useSessions, type Session } from './api/sessions';
import { nextLesson } from './next-lesson';
import { SessionChip, useHours } from './states';

/** The lessons in their order; who was there is written on a page of its own, made for a phone. */
export function Sessions({ edition }: { edition: Edition }) {
  const { t } = useTranslation('training');
  const hours = useHours();
  const query = useSessions(edition.id);
  const [adding, setAdding] = useState(false);
  const canAdd = edition.canManage && edition.state !== 'cancelled';
  return (
    <SectionCard
      title={t('sessions.title')}
      note={t('sessions.note', { held: hours(edition.heldMinutes), planned: hours(edition.plannedMinutes) })}
      actions={
        canAdd &&
        !adding && (
          <Button icon="plus" small onClick={() => setAdding(true)}>
            {t('sessions.add')}
          </Button>
        )
      }
    >
      {adding && <SessionForm edition={edition} onClose={() => setAdding(false)} />}
      <Loaded query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="calendar" title={t('sessions.empty')} text={canAdd ? t('sessions.emptyText') : undefined} />
          ) : (
            <ul className="rows">
              {items.map((session) => (
                <SessionRow key={session.id} session={session} edition={edition} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}

function SessionRow({ session, edition }: { session: Session; edition: Edition }) {
  const { t } = useTranslation('training');
  const hours = useHours();
  const confirm = useConfirm();
  const toast = useToast();
  const drop = useDropSession(edition.id);
  const name = t('sessions.name', { day: longDate(session.day), from: session.from, to: session.to });
  const isDue = session.state !== 'cancelled' && daysFromToday(session.day) <= 0;
  const ask = async (how: 'remove' | 'cancel') => {
    const yes = await confirm({ title: t(`sessions.${how}.title`, { name }), text: t(`sessions.${how}.text`), action: t(`sessions.${how}.action`), danger: true });
    if (yes) toast.after(drop.mutateAsync({ id: session.id, how }), t(`sessions.${how}.done`));
  };
  return (
    <li className="row0">
      <div className="row0-main">
        <b>
          <DateText value={session.day} />, {session.from}–{session.to}
        </b>
        <div className="muted">{[session.topic, hours(session.minutes)].filter(Boolean).join(' · ')}</div>
      </div>
      <SessionChip session={session} />
      {edition.canManage && isDue && (
        <Link className="lnk" to={`sessions/${session.id}`} aria-label={`${t(session.attendanceAt ? 'attendance.change' : 'attendance.write')}: ${name}`}>
          {session.attendanceAt ? t('attendance.present', { count: session.present, formatted: number(session.present) }) : t('attendance.write')}
        </Link>
      )}
      {edition.canManage && !session.attendanceAt && (
        <Menu
          label={t('more')}
          name={t('sessions.moreOf', { name })}
          buttonClass="btn0 quiet small"
          items={[
            session.state !== 'cancelled' && { label: t('sessions.cancel.action'), icon: 'close', onSelect: () => void ask('cancel') },
            { label: t('sessions.remove.action'), icon: 'delete', danger: true, onSelect: () => void ask('remove') },
          ]}
        />
      )}
    </li>
  );
}

const schema = z.object({ day: day.required(), from: time.required(), to: time.required(), topic: text.optional(300) });

function SessionForm({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const { t } = useTranslation('training');
  const toast = useToast();
  const add = useAddSession(edition.id);
  const lessons = useSessions(edition.id).data?.items.filter((one) => one.state !== 'cancelled') ?? [];
  const form = useApiForm({
    schema,
    defaultValues: { ...nextLesson(lessons, edition), topic: '' },
    submit: (values) => add.mutateAsync({ ...values, state: null }),
    onDone: (_, values) => {
      toast.done(t('sessions.added'));
      // Ten lessons in a row are ten times Enter: only what differs is typed.
      form.form.reset({ ...nextLesson([...lessons, values], edition), topic: '' });
      document.getElementById(form.registry.get('day')?.id ?? '')?.focus();
    },
    guard: false,
  });
  return (
    <div className="inset">
      <Form form={form} label={t('sessions.add')} submitLabel={t('sessions.add')} onCancel={onClose} cancelLabel={t('close')}>
        <FieldRow>
          <DateField name="day" label={t('sessions.day')} required autoFocus min={edition.startsOn} max={edition.endsOn} />
          <TimeField name="from" label={t('sessions.from')} required />
          <TimeField name="to" label={t('sessions.to')} required />
        </FieldRow>
        <TextField name="topic" label={t('sessions.topic')} />
      </Form>
    </div>
  );
}
