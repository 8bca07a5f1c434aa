import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { DateField, day, FieldRow, Form, TextField, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { longDate } from '../../../lib/format';
import { renewConvention, useConvention, type ConventionRecord } from '../api/conventions';
import { useRefresh } from '../api/internships';
import { lastDay, nextDay } from '../plan-schema';
import { conventionShape, conventionValues, InsuranceFields } from './convention-fields';

const schema = z.object({ ...conventionShape, signedOn: day.optional() });

/** The one that takes its place, from the day after its last. */
export function RenewConventionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('internships');
  const convention = useConvention(id);
  return (
    <Page title={t('conventions.renewTitle')} width="form" back={{ to: `/internships/conventions/${id}`, label: t('convention') }}>
      <Loaded query={convention}>{(data) => <RenewForm convention={data} />}</Loaded>
    </Page>
  );
}

function RenewForm({ convention }: { convention: ConventionRecord }) {
  const { t } = useTranslation('internships');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const from = nextDay(convention.validTo);
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>, { id: string }>({
    schema,
    defaultValues: { ...conventionValues(convention), number: '', signedOn: '', validFrom: from, validTo: lastDay(from, 24) },
    submit: (renewal) => renewConvention(convention.id, renewal),
    onDone: async ({ id }) => {
      await refresh();
      toast.done(t('conventions.renewed'));
      void navigate(`/internships/conventions/${id}`, { replace: true });
    },
  });
  return (
    <Form form={form} submitLabel={t('conventions.saveRenewal')} onCancel={() => void navigate(`/internships/conventions/${convention.id}`)}>
      <SectionCard title={convention.companyName}>
        <p>{t('conventions.renewText', { number: convention.number, until: longDate(convention.validTo) })}</p>
        <TextField name="number" label={t('conventions.number')} required maxLength={60} width="half" />
        <FieldRow>
          <DateField name="signedOn" label={t('conventions.signedOn')} help={t('conventions.signedOnHelp')} />
          <DateField name="validFrom" label={t('conventions.validFrom')} required />
          <DateField name="validTo" label={t('conventions.validTo')} required />
        </FieldRow>
        <InsuranceFields />
      </SectionCard>
    </Form>
  );
}
