import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { DateField, FieldRow, Form, NumberField, TextArea, TextField, amount, day, text, useApiForm, TimeField, time } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { createEvent, readEvent, updateEvent, useEvent, type NetworkEvent } from '../api/events';
import { useChange } from '../api/network';

const schema = z.object({
  title: text.required(),
  day: day.required(),
  startsAt: time.required(),
  endsAt: time.optional(),
  place: text.required(300),
  description: text.optional(4000),
  participants: amount.optional({ min: 0, max: 100000 }),
});

const valuesOf = (event?: NetworkEvent): z.input<typeof schema> => ({
  title: event?.title ?? '',
  day: event?.day ?? '',
  startsAt: event?.startsAt ?? '10:00',
  endsAt: event?.endsAt ?? '',
  place: event?.place ?? '',
  description: event?.description ?? '',
  participants: event?.participants === null || event?.participants === undefined ? null : Number(event.participants),
});

export function EventFormPage() {
  const { t } = useTranslation('network');
  const { eventId } = useParams();
  if (eventId) return <EditEvent eventId={eventId} />;
  return (
    <Page title={t('events.new')} width="form" back={{ to: '/partner-bodies/events', label: t('events.title') }}>
      <EventForm />
    </Page>
  );
}

function EditEvent({ eventId }: { eventId: string }) {
  const { t } = useTranslation('network');
  const query = useEvent(eventId);
  return (
    <Page title={t('events.edit')} width="form" subtitle={query.data?.title} back={{ to: `/partner-bodies/events/${eventId}`, label: query.data?.title ?? t('events.one') }}>
      <Loaded query={query}>{(event) => <EventForm event={event} />}</Loaded>
    </Page>
  );
}

function EventForm({ event }: { event?: NetworkEvent }) {
  const { t } = useTranslation('network');
  const navigate = useNavigate();
  const toast = useToast();
  const save = useChange(async ({ values, version }: { values: z.output<typeof schema>; version: number | string }) =>
    event ? (await updateEvent(event.id, values, version)).id : (await createEvent(values)).id,
  );
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(event),
    version: event?.version,
    reload: event && (async () => readEvent(event.id).then((now) => ({ values: valuesOf(now), version: now.version }))),
    submit: (values, version) => save.mutateAsync({ values, version: version ?? 0 }),
    onDone: (id) => {
      toast.done(t('saved'));
      void navigate(`/partner-bodies/events/${id}`, { replace: true });
    },
  });
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t('save')} onCancel={() => void navigate(-1)}>
        <TextField name="title" label={t('events.name')} required autoComplete="off" autoFocus={!event} />
        <FieldRow>
          <DateField name="day" label={t('day')} required />
          <TimeField name="startsAt" label={t('startsAt')} required />
          <TimeField name="endsAt" label={t('endsAt')} />
        </FieldRow>
        <TextField name="place" label={t('place')} required />
        <TextArea name="description" label={t('events.description')} />
        {event && <NumberField name="participants" label={t('events.participants')} help={t('events.participantsHelp')} />}
      </Form>
    </div>
  );
}
