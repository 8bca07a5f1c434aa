import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { DateField, FieldRow, Form, TextField, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { changeConvention, readConvention, useConvention, type ConventionRecord } from '../api/conventions';
import { useRefresh } from '../api/internships';
import { conventionSchema, conventionValues, InsuranceFields, type ConventionInput, type ConventionOutput } from './convention-fields';

export function EditConventionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('internships');
  const convention = useConvention(id);
  return (
    <Page title={t('conventions.editTitle')} width="form" back={{ to: `/internships/conventions/${id}`, label: t('convention') }}>
      <Loaded query={convention}>{(data) => <EditForm convention={data} />}</Loaded>
    </Page>
  );
}

function EditForm({ convention }: { convention: ConventionRecord }) {
  const { t } = useTranslation('internships');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const back = () => void navigate(`/internships/conventions/${convention.id}`);
  const form = useApiForm<ConventionInput, ConventionOutput>({
    schema: conventionSchema,
    defaultValues: conventionValues(convention),
    version: convention.version,
    submit: (written, version) => changeConvention(convention.id, version!, written),
    reload: async () => {
      const now = await readConvention(convention.id);
      return { values: conventionValues(now), version: now.version };
    },
    onDone: async () => {
      await refresh();
      toast.done(t('conventions.changed'));
      back();
    },
  });
  return (
    <Form form={form} submitLabel={t('conventions.save')} onCancel={back}>
      <SectionCard title={convention.companyName}>
        {convention.isInUse ? (
          <Notice>{t('conventions.inUse')}</Notice>
        ) : (
          <>
            <TextField name="number" label={t('conventions.number')} required maxLength={60} width="half" />
            <FieldRow>
              <DateField name="validFrom" label={t('conventions.validFrom')} required />
              <DateField name="validTo" label={t('conventions.validTo')} required />
            </FieldRow>
          </>
        )}
        <InsuranceFields />
      </SectionCard>
    </Form>
  );
}
