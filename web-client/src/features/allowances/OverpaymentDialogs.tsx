import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../components/Dialog';
import { amount, choice, DateField, day, Form, MoneyField, SelectField, text, TextArea, useApiForm } from '../../components/form';
import { useToast } from '../../components/Toast';
import { money, monthName, today } from '../../lib/format';
import { close, givenBackHows, renouncementReasons, type Overpayment } from './api/overpayments';
import { useRefresh } from './api/runs';

const givenBack = z.object({ cents: amount.required({ min: 1 }), givenOn: day.required(), how: choice.required(givenBackHows), note: text.optional(1000) });

/** The money came back, whole or in part: it is of the programme's budget again. */
export function GiveBackDialog({ one, onClose }: { one: Overpayment; onClose: () => void }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof givenBack>, z.output<typeof givenBack>>({
    schema: givenBack,
    defaultValues: { cents: Number(one.cents), givenOn: today(), how: '', note: '' },
    guard: false,
    submit: async (values) => {
      await close(one.version, { internshipId: one.internshipId, month: one.month, kind: 'givenBack', ...values });
    },
    onDone: async () => {
      toast.done(t('overpaid.giveBack.done'));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open title={t('overpaid.giveBack.title')} onClose={onClose}>
      <p>{t('overpaid.giveBack.text', { name: one.name || t('somebody'), amount: money(Number(one.cents)), month: monthName(one.month) })}</p>
      <Form form={form} submitLabel={t('overpaid.giveBack.submit')} onCancel={onClose} keptNote={false}>
        <MoneyField name="cents" label={t('overpaid.giveBack.cents')} help={t('overpaid.giveBack.centsHelp')} required />
        <DateField name="givenOn" label={t('overpaid.giveBack.on')} required max={today()} />
        <SelectField name="how" label={t('overpaid.giveBack.how')} required options={givenBackHows.map((value) => ({ value, label: t(`overpaid.how.${value}`) }))} />
        <TextArea name="note" label={t('overpaid.note')} rows={2} />
      </Form>
    </Dialog>
  );
}

const renounced = z
  .object({ reason: choice.required(renouncementReasons), note: text.optional(1000) })
  .superRefine(({ reason, note }, context) => {
    if (reason === 'other' && !note) context.addIssue({ code: 'custom', path: ['note'], input: '' });
  });
type Input = z.input<typeof renounced>;

/** It is not asked back: it counts once a second person confirms it. */
export function RenounceDialog({ one, onClose }: { one: Overpayment; onClose: () => void }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, z.output<typeof renounced>>({
    schema: renounced,
    defaultValues: { reason: '', note: '' },
    guard: false,
    submit: async (values) => {
      await close(one.version, { internshipId: one.internshipId, month: one.month, kind: 'renounced', ...values });
    },
    onDone: async () => {
      toast.done(t('overpaid.renounce.done'));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open title={t('overpaid.renounce.title')} onClose={onClose}>
      <p>{t('overpaid.renounce.text', { name: one.name || t('somebody'), amount: money(Number(one.cents)) })}</p>
      <Form form={form} submitLabel={t('overpaid.renounce.submit')} onCancel={onClose} keptNote={false}>
        <SelectField name="reason" label={t('overpaid.renounce.reason')} required options={renouncementReasons.map((value) => ({ value, label: t(`overpaid.reason.${value}`) }))} />
        <Note />
      </Form>
    </Dialog>
  );
}

function Note() {
  const { t } = useTranslation('allowances');
  const reason = useWatch<Input, 'reason'>({ name: 'reason' });
  return <TextArea name="note" label={t('overpaid.note')} help={t('overpaid.renounce.noteHelp')} rows={2} required={reason === 'other'} />;
}
