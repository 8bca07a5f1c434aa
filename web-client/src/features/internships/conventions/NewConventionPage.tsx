import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { ComboField, DateField, day, FieldRow, Form, picked, TextField, useApiForm, type Option } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { createConvention } from '../api/conventions';
import { useRefresh } from '../api/internships';
import { findCompanies, useNamedCompany } from '../api/options';
import { lastDay } from '../plan-schema';
import { conventionShape, InsuranceFields } from './convention-fields';

const schema = z.object({ ...conventionShape, companyId: picked.required(), signedOn: day.optional() });

export function NewConventionPage() {
  const { t } = useTranslation('internships');
  const [search] = useSearchParams();
  const company = useNamedCompany(search.get('companyId'));
  const internship = search.get('internship');
  return (
    <Page title={t('conventions.new')} width="form" back={internship ? { to: `/internships/${internship}`, label: t('internship') } : { to: '/internships/conventions', label: t('conventions.nav') }}>
      {company.isLoading ? <Skeleton lines={6} /> : <ConventionForm company={company.data ?? null} internship={internship} />}
    </Page>
  );
}

function ConventionForm({ company, internship }: { company: Option | null; internship: string | null }) {
  const { t } = useTranslation('internships');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>, { id: string }>({
    schema,
    defaultValues: {
      companyId: company, number: '', signedOn: '', validFrom: today(), validTo: lastDay(today(), 24), inailPosition: '', liabilityPolicy: '', insurer: '', liabilityUntil: '', note: '',
    },
    submit: createConvention,
    onDone: ({ id }) => {
      void refresh();
      toast.done(t('conventions.created'));
      // Back to the documents that wait for it.
      if (internship) void navigate(`/internships/${internship}?documents=conventionId`, { replace: true });
      else if (company) void navigate(-1);
      else void navigate(`/internships/conventions/${id}`);
    },
  });
  return (
    <Form form={form} submitLabel={t('conventions.save')} onCancel={() => void navigate(-1)}>
      <SectionCard title={t('convention')}>
        <ComboField name="companyId" label={t('company')} source={['internship-companies']} load={findCompanies} required />
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
