import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, Form, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { caseOutcomes, closeCase, type Case } from '../api/case';
import { peopleKeys } from '../api/keys';

const schema = z.object({ closedOn: day.required(), outcome: choice.required(caseOutcomes), note: text.optional(4000) });
type Input = z.input<typeof schema>;

export function CloseCaseDialog({ record, onClose }: { record: Case; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { closedOn: today(), outcome: '', note: '' },
    guard: false,
    submit: (values) => closeCase(record.id, values),
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
        <SelectField name="outcome" label={t('case.outcome')} required width="full" options={caseOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
        <DateField name="closedOn" label={t('case.closedOn')} required max={today()} />
        <TextArea name="note" label={t('case.note')} help={t('closeCase.noteHelp')} rows={3} />
      </Form>
    </Dialog>
  );
}
