import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, ComboField, DateField, day, Form, picked, SelectField, text, TextField, useApiForm, type Option } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { caseReasons, openCase } from '../api/case';
import { peopleKeys } from '../api/keys';
import { findPartnerBodies } from '../api/other-modules';
import type { Person } from '../api/person';

const schema = z.object({
  referringBodyId: picked.required(),
  openedOn: day.required(),
  reason: choice.required(caseReasons),
  programme: text.optional(120),
});
type Input = z.input<typeof schema>;

/** Three answers, two of them already given. */
export function OpenCaseDialog({ person, onClose, onOpened }: { person: Person; onClose: () => void; onOpened: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>, { restricted: boolean }>({
    schema,
    defaultValues: { referringBodyId: null as Option | null, openedOn: today(), reason: 'workInclusion', programme: '' },
    guard: false,
    submit: (values) => openCase({ ...values, beneficiaryId: person.id, restricted: null }),
    onDone: async ({ restricted }) => {
      await queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t(restricted ? 'openCase.doneRestricted' : 'openCase.done'));
      onClose();
      onOpened();
    },
  });
  return (
    <Dialog open title={t('openCase.title', { name: `${person.name} ${person.surname}` })} onClose={onClose}>
      <Form form={form} submitLabel={t('openCase.action')} onCancel={onClose} cancelLabel={t('later')} keptNote={false}>
        <ComboField name="referringBodyId" label={t('case.referringBody')} help={t('openCase.bodyHelp')} required minLength={0} source={['partner-bodies']} load={findPartnerBodies} />
        <DateField name="openedOn" label={t('case.openedOn')} required max={today()} />
        <SelectField name="reason" label={t('case.reason')} required width="full" options={caseReasons.map((value) => ({ value, label: t(`reason.${value}`) }))} />
        <TextField name="programme" label={t('case.programme')} help={t('openCase.programmeHelp')} />
      </Form>
    </Dialog>
  );
}
