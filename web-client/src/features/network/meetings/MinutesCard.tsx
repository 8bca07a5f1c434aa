import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Form, SelectField, TextArea, choice, text, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState } from '../../../components/states';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { attendanceStates, readMeeting, writeMinutes, type Meeting } from '../api/meetings';
import { useChange } from '../api/network';

const tones: Record<(typeof attendanceStates)[number], Tone> = { present: 'ok', excused: 'neutral', absent: 'warn' };

/** Who was there and what was said; written until it is approved, then only read. */
export function MinutesCard({ meeting, mayWrite, writing, onWriting }: { meeting: Meeting; mayWrite: boolean; writing: boolean; onWriting: (open: boolean) => void }) {
  const { t } = useTranslation('network');
  const marked = meeting.attendance.filter((one) => one.state);
  return (
    <SectionCard
      title={t('minutes.title')}
      note={
        meeting.approvedAt && (
          <>
            {t('minutes.approvedBy', { name: meeting.approvedByName })} <DateText value={meeting.approvedAt} />
          </>
        )
      }
      actions={
        mayWrite &&
        meeting.state === 'awaitingApproval' &&
        !writing && (
          <Button small look="plain" icon="pencil" className="no-print" onClick={() => onWriting(true)}>
            {t('minutes.correct')}
          </Button>
        )
      }
    >
      {writing ? (
        <MinutesForm key={meeting.version} meeting={meeting} onClose={() => onWriting(false)} />
      ) : meeting.minutes ? (
        <>
          {marked.length > 0 && (
            <ul className="rows" aria-label={t('minutes.attendance')}>
              {marked.map((one) => (
                <li key={one.bodyId} className="row0">
                  <div className="row0-main">
                    {one.bodyName}
                    {one.personName && <span className="muted"> · {one.personName}</span>}
                  </div>
                  {one.state && <StatusChip tone={tones[one.state]}>{t(`attendance.${one.state}`)}</StatusChip>}
                </li>
              ))}
            </ul>
          )}
          <div className="pre-line minutes-text">{meeting.minutes}</div>
        </>
      ) : (
        <EmptyState icon="note" title={t('minutes.empty')} text={meeting.state === 'planned' ? t('minutes.emptyPlanned') : undefined} />
      )}
    </SectionCard>
  );
}

const schema = z.object({ minutes: text.required(20000), attendance: z.array(z.object({ bodyId: z.string(), personId: z.string().nullable(), state: choice.optional(attendanceStates) })) });

const valuesOf = (meeting: Meeting): z.input<typeof schema> => ({
  minutes: meeting.minutes ?? '',
  attendance: meeting.attendance.map((one) => ({ bodyId: one.bodyId, personId: one.personId, state: one.state ?? ('' as const) })),
});

function MinutesForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const write = useChange(({ values, version }: { values: z.output<typeof schema>; version: number | string }) =>
    writeMinutes(meeting.tableId, meeting.id, { minutes: values.minutes, attendance: values.attendance.flatMap((one) => (one.state ? [{ ...one, state: one.state }] : [])) }, version),
  );
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(meeting),
    version: meeting.version,
    reload: () => readMeeting(meeting.tableId, meeting.id).then((now) => ({ values: valuesOf(now), version: now.version })),
    submit: (values, version) => write.mutateAsync({ values, version: version ?? 0 }),
    onDone: () => {
      toast.done(t('minutes.saved'));
      onClose();
    },
  });
  const options = attendanceStates.map((value) => ({ value, label: capital(t(`attendance.${value}`)) }));
  return (
    <Form form={form} label={t('minutes.write')} submitLabel={t('minutes.save')} onCancel={onClose} note={t('minutes.draftNote')}>
      {meeting.attendance.map((one, index) => (
        <SelectField key={one.bodyId} name={`attendance.${index}.state`} label={[one.bodyName, one.personName].filter(Boolean).join(' · ')} emptyLabel={t('minutes.unmarked')} options={options} />
      ))}
      <TextArea name="minutes" label={t('minutes.text')} help={t('minutes.textHelp')} required rows={12} />
    </Form>
  );
}
