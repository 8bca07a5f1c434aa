import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../components/Dialog';
import { DateField, day, FieldRow, Form, useApiForm, TimeField, time } from '../../components/form';
import { Notice } from '../../components/parts';
import { useToast } from '../../components/Toast';
import { dateTime } from '../../lib/format';
import { useScheduleEdition, type Edition } from './api/editions';
import { instantOf, nextThursday } from './moments';

/** The bulletin usually goes out on Thursday at nine. */
export function ScheduleDialog({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const { t } = useTranslation('bulletin');
  const schedule = useScheduleEdition(edition.number);
  const toast = useToast();
  const repeated = edition.sections.flatMap((section) => section.opportunities).filter((one) => one.sentIn).length;
  const form = useApiForm({
    schema: z.object({ at: day.required(), time: time.required() }),
    defaultValues: { at: nextThursday(), time: '09:00' },
    submit: ({ at, time }) => schedule.mutateAsync(instantOf(at, time)),
    onDone: (scheduled) => {
      toast.done(t('edition.scheduledFor', { when: dateTime(scheduled.scheduledAt!) }));
      onClose();
    },
    guard: false,
  });
  return (
    <Dialog open title={t('edition.scheduleTitle', { number: edition.number })} onClose={onClose}>
      <p>{t('edition.scheduledText', { count: edition.subscribers })}</p>
      {repeated > 0 && <Notice tone="warn">{t('sentBefore.inEdition', { count: repeated })}</Notice>}
      <Form form={form} submitLabel={t('edition.schedule')} onCancel={onClose} keptNote={false}>
        <FieldRow>
          <DateField name="at" label={t('field.day')} required data-first-focus />
          <TimeField name="time" label={t('field.time')} help={t('edition.timeHelp')} required width="short" />
        </FieldRow>
      </Form>
    </Dialog>
  );
}
