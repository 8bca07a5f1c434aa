import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../components/Dialog';
import { CheckField, choice, Form, SelectField, text, TextArea, useApiForm } from '../../components/form';
import { useToast } from '../../components/Toast';
import { assignCases, assignHiddenCase, transferReasons, usePossibleManagers } from './api/board';

const assigning = z.object({ userId: text.required(), reason: choice.required(transferReasons), leaves: z.boolean(), note: text.optional(4000) });

/** Many cases to one operator, with one reason. */
export function AssignDialog({ caseIds, onClose, onDone }: { caseIds: string[]; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('caseload');
  const queries = useQueryClient();
  const toast = useToast();
  const colleagues = usePossibleManagers();
  const form = useApiForm<z.input<typeof assigning>, z.output<typeof assigning>>({
    schema: assigning,
    defaultValues: { userId: '', reason: '', leaves: true, note: '' },
    guard: false,
    submit: (values) => assignCases({ ...values, caseIds }),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: ['beneficiaries'] });
      toast.done(t('board.assigned', { count: caseIds.length }));
      onDone();
    },
  });
  return (
    <Dialog open title={t('board.assignTitle', { count: caseIds.length })} onClose={onClose}>
      <p>{t('board.assignText')}</p>
      <Form form={form} submitLabel={t('board.assignAction')} onCancel={onClose} keptNote={false}>
        <SelectField name="userId" label={t('board.to')} required width="full" options={colleagues.map((one) => ({ value: one.id, label: one.displayName }))} />
        <SelectField name="reason" label={t('reason')} required width="full" options={transferReasons.map((value) => ({ value, label: t(`transferReason.${value}`) }))} />
        <TextArea name="note" label={t('board.note')} rows={3} />
        <CheckField name="leaves" label={t('board.leaves')} />
      </Form>
    </Dialog>
  );
}

const hiddenSchema = z.object({ userId: text.required() });

/** A restricted case to one operator, by somebody who goes on seeing nothing of it. */
export function AssignHiddenDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation('caseload');
  const queries = useQueryClient();
  const toast = useToast();
  const colleagues = usePossibleManagers();
  const form = useApiForm<z.input<typeof hiddenSchema>, z.output<typeof hiddenSchema>>({
    schema: hiddenSchema,
    defaultValues: { userId: '' },
    guard: false,
    submit: (values) => assignHiddenCase(caseId, values.userId),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: ['beneficiaries'] });
      toast.done(t('board.assigned', { count: 1 }));
      onClose();
    },
  });
  return (
    <Dialog open title={t('board.assignHidden')} onClose={onClose}>
      <p>{t('board.assignHiddenText')}</p>
      <Form form={form} submitLabel={t('board.assignAction')} onCancel={onClose} keptNote={false}>
        <SelectField name="userId" label={t('board.to')} required width="full" options={colleagues.map((one) => ({ value: one.id, label: one.displayName }))} />
      </Form>
    </Dialog>
  );
}
