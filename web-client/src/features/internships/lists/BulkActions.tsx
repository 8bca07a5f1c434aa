import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { DateField, day, Form, text, TextArea, useApiForm } from '../../../components/form';
import { RefusedDialog } from '../../../components/RefusedDialog';
import type { Selection } from '../../../components/selection';
import { useToast } from '../../../components/Toast';
import { monthName } from '../../../lib/format';
import { useRefresh } from '../api/internships';
import { exportInternships, extendMany, remindMany, type BulkResult } from '../api/lists';
import { monthBefore } from '../attendance/MonthRegistersPage';

const schema = z.object({ endsOn: day.required(), reason: text.required(2000) });

/** One action on all that are chosen; what could not be done is told one by one, and stays chosen. */
export function BulkActions({ due, selection, nameOf }: { due?: string; selection: Selection; nameOf: (id: string) => string }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const [extending, setExtending] = useState(false);
  const [refused, setRefused] = useState<BulkResult['refused'] | null>(null);
  const ids = [...selection.keys];
  const tell = async (result: BulkResult, words: string) => {
    await refresh();
    setExtending(false);
    if (result.done > 0) toast.done(words);
    selection.set(ids.filter((id) => !result.refused.some((one) => one.id === id)), false);
    setRefused(result.refused.length > 0 ? result.refused : null);
  };
  // What the list is filtered by is what one reminds of.
  const what = due === 'registerMissing' ? 'registers' : due === 'evaluationMissing' ? 'evaluations' : 'signatures';
  const month = monthBefore(1);
  const remind = async () => {
    try {
      const result = await remindMany(ids, what, what === 'registers' ? month : null);
      const said = { signatures: t('bulk.reminded', { count: result.done }), registers: t('bulk.registersAsked', { count: result.done }), evaluations: t('bulk.evaluationsAsked', { count: result.done }) };
      await tell(result, said[what]);
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <>
      <Button small icon="mail" onClick={() => void remind()}>
        {{ signatures: t('bulk.remind'), registers: t('bulk.askRegisters', { month: monthName(month) }), evaluations: t('bulk.askEvaluations') }[what]}
      </Button>
      <Button small icon="calendar" onClick={() => setExtending(true)}>
        {t('bulk.extend')}
      </Button>
      <Button small icon="download" onClick={() => toast.after(exportInternships(ids, t('bulk.file')), t('bulk.exported', { count: ids.length }))}>
        {t('bulk.export')}
      </Button>
      {extending && <ExtendManyDialog ids={ids} onDone={(result) => tell(result, t('bulk.extended', { count: result.done }))} onClose={() => setExtending(false)} />}
      {refused && <RefusedDialog title={t('bulk.refusedTitle', { count: refused.length })} refused={refused} nameOf={nameOf} onClose={() => setRefused(null)} />}
    </>
  );
}

function ExtendManyDialog({ ids, onDone, onClose }: { ids: string[]; onDone: (result: BulkResult) => void; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>, BulkResult>({
    schema,
    defaultValues: { endsOn: '', reason: '' },
    guard: false,
    submit: ({ endsOn, reason }) => extendMany(ids, endsOn, reason),
    onDone,
  });
  return (
    <Dialog open title={t('bulk.extendTitle', { count: ids.length })} onClose={onClose}>
      <p>{t('bulk.extendText')}</p>
      <Form form={form} submitLabel={t('bulk.extend')} onCancel={onClose}>
        <DateField name="endsOn" label={t('extension.endsOn')} required />
        <TextArea name="reason" label={t('reason')} required rows={3} maxLength={2000} />
      </Form>
    </Dialog>
  );
}
