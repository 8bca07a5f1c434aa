import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../components/Dialog';
import { choice, DateField, day, Form, SelectField, useApiForm } from '../../components/form';
import { useToast } from '../../components/Toast';
import { money, today } from '../../lib/format';
import { approve, returnReasons, settle, useRefresh, type Payment, type Run } from './api/runs';

const approval = z.object({ executeOn: day.optional() });

/** The second person's word: the list freezes. */
export function ApproveDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof approval>, z.output<typeof approval>>({
    schema: approval,
    defaultValues: { executeOn: '' },
    guard: false,
    submit: async ({ executeOn }) => {
      await approve(run.id, run.version, executeOn);
    },
    onDone: async () => {
      toast.done(t('approve.done'));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open title={t('approve.title')} onClose={onClose}>
      <p>{t('approve.text', { count: Number(run.people), amount: money(Number(run.cents)) })}</p>
      <Form form={form} submitLabel={t('approve.action')} onCancel={onClose} keptNote={false}>
        <DateField name="executeOn" label={t('executeOn')} help={t('approve.executeOnHelp')} min={today()} />
      </Form>
    </Dialog>
  );
}

const settlement = z.object({ on: day.required(), reason: choice.optional(returnReasons) });

/** What the bank did: of all payments that wait, or of one. */
export function SettleDialog({ run, payments, outcome, onClose }: { run: Run; payments: Payment[] | null; outcome: 'done' | 'returned'; onClose: () => void }) {
  const { t } = useTranslation('allowances');
  const toast = useToast();
  const refresh = useRefresh();
  const waiting = run.payments.find((one) => one.code === 'pending');
  const count = payments ? payments.length : Number(waiting?.people ?? 0);
  const form = useApiForm<z.input<typeof settlement>, z.output<typeof settlement>>({
    schema: settlement,
    defaultValues: { on: today(), reason: '' },
    guard: false,
    submit: async ({ on, reason }) => {
      await settle(run.id, { paymentIds: payments ? payments.map((payment) => payment.id) : null, outcome, on, reason: outcome === 'returned' ? reason : null });
    },
    onDone: async () => {
      toast.done(t(`settle.saved.${outcome}`, { count }));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open title={t(`settle.title.${outcome}`)} onClose={onClose}>
      <p>{payments ? payments.map((payment) => payment.name).join(', ') : t('settle.allText', { count, amount: money(Number(waiting?.cents ?? 0)) })}</p>
      {outcome === 'returned' && <p>{t('settle.returnedText')}</p>}
      <Form form={form} submitLabel={t('settle.submit')} onCancel={onClose} keptNote={false}>
        <DateField name="on" label={t('settle.on')} required max={today()} />
        {outcome === 'returned' && <SelectField name="reason" label={t('settle.reason')} required options={returnReasons.map((value) => ({ value, label: t(`reason.${value}`) }))} />}
      </Form>
    </Dialog>
  );
}
