import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { DateField, day, Form, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { closeCase, type Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { OutcomeFields } from '../outcomes/OutcomeFields';
import { demandFields, outcomeShape, sent, startValues } from '../outcomes/outcome-form';
import { useDraftStore } from '../api/drafts';

const schema = z.object({ ...outcomeShape, closedOn: day.required() }).superRefine(demandFields);
type Input = z.input<typeof schema>;

export function CloseCaseDialog({ record, onClose }: { record: Case; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { ...startValues(), closedOn: today() },
    keep: useDraftStore('closing', record.id),
    guard: false,
    submit: (values) => closeCase(record.id, sent(values)),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t('closeCase.done'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('closeCase.title', { name: record.displayName })} onClose={onClose}>
      <p>{t('closeCase.text')}</p>
      <Form form={form} submitLabel={t('closeCase.action')} onCancel={onClose} keptNote={false}>
        <DateField name="closedOn" label={t('case.closedOn')} required max={today()} />
        <OutcomeFields />
      </Form>
    </Dialog>
  );
}
