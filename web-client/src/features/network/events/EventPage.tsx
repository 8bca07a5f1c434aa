import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Form, picked, useApiForm } from '../../../components/form';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText, KeyValue } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { daysFromToday, number } from '../../../lib/format';
import { cancelEvent, inviteBody, invitationStates, markInvitation, useEvent, withdrawInvitation, type InvitationState, type NetworkEvent } from '../api/events';
import { useChange } from '../api/network';
import { BodyField } from '../BodyFields';

const tones: Record<InvitationState, Tone> = { invited: 'neutral', confirmed: 'blue', declined: 'warn', present: 'ok', absent: 'warn' };

export function EventPage() {
  const { t } = useTranslation('network');
  const { eventId = '' } = useParams();
  const query = useEvent(eventId);
  const event = query.data;
  const mayWrite = useRight('partner-bodies:write') && !event?.cancelledAt;
  return (
    <Page
      title={event?.title ?? t('events.one')}
      back={{ to: '/partner-bodies/events', label: t('events.title') }}
      status={event && (event.cancelledAt ? <StatusChip>{t('eventState.cancelled')}</StatusChip> : <StatusChip tone={daysFromToday(event.day) < 0 ? 'ok' : 'blue'}>{t(daysFromToday(event.day) < 0 ? 'eventState.past' : 'eventState.coming')}</StatusChip>)}
      actions={event && mayWrite && <Actions event={event} />}
    >
      <Loaded query={query} lines={8}>
        {(loaded) => (
          <>
            <SectionCard title={t('events.about')}>
              <KeyValue
                items={[
                  { label: t('day'), value: <DateText value={loaded.day} /> },
                  { label: t('hours'), value: loaded.endsAt ? t('fromTo', { from: loaded.startsAt, to: loaded.endsAt }) : t('at', { from: loaded.startsAt }) },
                  { label: t('place'), value: loaded.place },
                  !!loaded.description && { label: t('events.description'), value: <span className="pre-line">{loaded.description}</span> },
                  loaded.participants !== null && { label: t('events.participants'), value: number(Number(loaded.participants)) },
                ]}
              />
            </SectionCard>
            <Invitations event={loaded} mayWrite={mayWrite} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ event }: { event: NetworkEvent }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const confirm = useConfirm();
  const cancel = useChange(() => cancelEvent(event.id));
  const ask = async () => {
    const yes = await confirm({ title: t('events.cancelTitle', { name: event.title }), text: t('events.cancelText'), action: t('events.cancel'), danger: true });
    if (yes) toast.after(cancel.mutateAsync(), t('events.cancelled'));
  };
  return (
    <>
      <ButtonLink to="edit" icon="pencil">
        {t('edit')}
      </ButtonLink>
      <Menu label={t('more')} items={[{ label: t('events.cancel'), icon: 'close', danger: true, onSelect: () => void ask() }]} />
    </>
  );
}

function Invitations({ event, mayWrite }: { event: NetworkEvent; mayWrite: boolean }) {
  const { t } = useTranslation('network');
  const [adding, setAdding] = useState(false);
  const present = event.invitations.filter((one) => one.state === 'present').length;
  return (
    <SectionCard
      title={t('invitations.title')}
      note={event.invitations.length > 0 && t('invitations.note', { invited: event.invitations.length, present })}
      actions={
        mayWrite &&
        !adding && (
          <Button small look="plain" icon="plus" onClick={() => setAdding(true)}>
            {t('invitations.add')}
          </Button>
        )
      }
    >
      {adding && <Invite event={event} onClose={() => setAdding(false)} />}
      {event.invitations.length === 0 ? (
        !adding && <EmptyState icon="share" title={t('invitations.empty')} />
      ) : (
        <ul className="rows">
          {event.invitations.map((one) => (
            <Invitation key={one.bodyId} event={event} invitation={one} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function Invitation({ event, invitation, mayWrite }: { event: NetworkEvent; invitation: NetworkEvent['invitations'][number]; mayWrite: boolean }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const begun = daysFromToday(event.day) <= 0;
  const mark = useChange((state: InvitationState) => markInvitation(event.id, invitation.bodyId, state));
  const withdraw = useChange(() => withdrawInvitation(event.id, invitation.bodyId));
  const said = { onSuccess: () => toast.done(t('saved')), onError: toast.failed };
  const next = invitationStates.filter((one) => one !== invitation.state && (begun || (one !== 'present' && one !== 'absent')));
  return (
    <li className="row0">
      <div className="row0-main">
        <Link to={`/partner-bodies/${invitation.bodyId}`}>{invitation.bodyName}</Link>
      </div>
      <StatusChip tone={tones[invitation.state]}>{t(`invitation.${invitation.state}`)}</StatusChip>
      {mayWrite && (
        <Menu
          label={t('mark')}
          name={t('markOf', { name: invitation.bodyName })}
          buttonClass="btn0 quiet small"
          items={[
            ...next.map((one) => ({ label: capital(t(`invitation.${one}`)), onSelect: () => mark.mutate(one, said) })),
            'line',
            { label: t('invitations.withdraw'), icon: 'delete', danger: true, onSelect: () => withdraw.mutate(undefined, said) },
          ]}
        />
      )}
    </li>
  );
}

const schema = z.object({ bodyId: picked.required() });

function Invite({ event, onClose }: { event: NetworkEvent; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const invite = useChange((bodyId: string) => inviteBody(event.id, bodyId));
  const form = useApiForm({
    schema,
    defaultValues: { bodyId: null },
    submit: (values) => invite.mutateAsync(values.bodyId),
    onDone: () => {
      toast.done(t('invitations.added'));
      form.form.reset({ bodyId: null });
      document.getElementById(form.registry.get('bodyId')?.id ?? '')?.focus();
    },
    guard: false,
  });
  return (
    <div className="inset">
      <Form form={form} label={t('invitations.add')} submitLabel={t('invitations.invite')} onCancel={onClose} cancelLabel={t('close')}>
        <BodyField />
      </Form>
    </div>
  );
}
