import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { DateField, FieldRow, Form, TextArea, TextField, day, text, useApiForm, TimeField, time } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { readMeeting, scheduleMeeting, updateMeeting, useMeeting, type Meeting, type MeetingData } from '../api/meetings';
import { useChange } from '../api/network';
import { useTable } from '../api/tables';

const schema = z.object({ day: day.required(), startsAt: time.required(), endsAt: time.optional(), place: text.required(300), agenda: z.string().max(15000) });

const valuesOf = (meeting?: Meeting): z.input<typeof schema> => ({
  day: meeting?.day ?? '',
  startsAt: meeting?.startsAt ?? '09:30',
  endsAt: meeting?.endsAt ?? '',
  place: meeting?.place ?? '',
  agenda: meeting?.agenda.join('\n') ?? '',
});

export function MeetingFormPage() {
  const { t } = useTranslation('network');
  const { tableId = '', meetingId } = useParams();
  const table = useTable(tableId);
  const back = { to: `/partner-bodies/tables/${tableId}${meetingId ? `/meetings/${meetingId}` : ''}`, label: table.data?.name ?? t('tables.one') };
  return (
    <Page title={t(meetingId ? 'meetings.edit' : 'meetings.new')} width="form" subtitle={table.data?.name} back={back}>
      {meetingId ? <EditMeeting tableId={tableId} meetingId={meetingId} /> : <MeetingForm tableId={tableId} />}
    </Page>
  );
}

function EditMeeting({ tableId, meetingId }: { tableId: string; meetingId: string }) {
  return <Loaded query={useMeeting(tableId, meetingId)}>{(meeting) => <MeetingForm tableId={tableId} meeting={meeting} />}</Loaded>;
}

function MeetingForm({ tableId, meeting }: { tableId: string; meeting?: Meeting }) {
  const { t } = useTranslation('network');
  const navigate = useNavigate();
  const toast = useToast();
  const save = useChange(async ({ body, version }: { body: MeetingData; version: number | string }) =>
    meeting ? (await updateMeeting(tableId, meeting.id, body, version)).id : (await scheduleMeeting(tableId, body)).id,
  );
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(meeting),
    version: meeting?.version,
    reload: meeting && (async () => readMeeting(tableId, meeting.id).then((now) => ({ values: valuesOf(now), version: now.version }))),
    submit: ({ agenda, ...rest }, version) => save.mutateAsync({ body: { ...rest, agenda: agenda.split('\n').map((line) => line.trim()).filter(Boolean) }, version: version ?? 0 }),
    onDone: (id) => {
      toast.done(t('saved'));
      void navigate(`/partner-bodies/tables/${tableId}/meetings/${id}`, { replace: true });
    },
  });
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t('save')} onCancel={() => void navigate(-1)}>
        <FieldRow>
          <DateField name="day" label={t('day')} required autoFocus={!meeting} />
          <TimeField name="startsAt" label={t('startsAt')} required />
          <TimeField name="endsAt" label={t('endsAt')} />
        </FieldRow>
        <TextField name="place" label={t('place')} help={t('meetings.placeHelp')} required />
        <TextArea name="agenda" label={t('meetings.agenda')} help={t('meetings.agendaHelp')} rows={6} />
      </Form>
    </div>
  );
}
