import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { ComboField, Form, picked, useApiForm } from '../../../components/form';
import { findPeople } from '../api/search-people';

const schema = z
  .object({ first: picked.required(), second: picked.required() })
  .refine((pair) => !pair.first || pair.first !== pair.second, { path: ['second'] });

/** Two records that were not proposed as a pair, to look at side by side. */
export function PickPairDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { first: null, second: null },
    guard: false,
    submit: (pair) => Promise.resolve(pair),
    onDone: (pair) => {
      onClose();
      void navigate(`/beneficiaries/duplicates/${pair.first}/${pair.second}`);
    },
  });
  return (
    <Dialog open title={t('duplicates.pick')} onClose={onClose}>
      <p>{t('duplicates.pickText')}</p>
      <Form form={form} submitLabel={t('duplicates.compare')} onCancel={onClose} keptNote={false}>
        <ComboField name="first" label={t('duplicates.pickFirst')} required width="full" source={['people', 'merge']} load={findPeople} />
        <ComboField name="second" label={t('duplicates.pickSecond')} required width="full" source={['people', 'merge']} load={findPeople} />
      </Form>
    </Dialog>
  );
}
