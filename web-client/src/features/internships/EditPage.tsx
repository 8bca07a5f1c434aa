import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Form, useApiForm, type ApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { changeProposal, readInternship, useInternship, useRefresh, type Internship } from './api/internships';
import { planOf, planSchema, type PlanInput, type PlanOutput } from './plan-schema';
import { PlanFields } from './PlanFields';

export function EditPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('internships');
  const internship = useInternship(id);
  return (
    <Page title={t('editTitle')} width="form" back={{ to: `/internships/${id}`, label: t('backToInternship') }}>
      <Loaded query={internship}>{(data) => <EditForm internship={data} />}</Loaded>
    </Page>
  );
}

function EditForm({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const back = `/internships/${internship.id}`;
  const form = useApiForm<PlanInput, PlanOutput>({
    schema: planSchema,
    defaultValues: planOf(internship),
    version: internship.version,
    submit: ({ payer: _, programmeId: __, schemeId: ___, ...plan }, version) => changeProposal(internship.id, version!, plan),
    reload: async () => {
      const now = await readInternship(internship.id);
      return { values: planOf(now), version: now.version };
    },
    onDone: async () => {
      await refresh();
      toast.done(t('saved'));
      void navigate(back);
    },
  });
  useFirstField(form.registry);
  return (
    <Form form={form} submitLabel={t('form.saveChanges')} onCancel={() => void navigate(back)}>
      <PlanFields fixedCase={internship.personName} />
    </Form>
  );
}

/** Begins at the first, down the form, of the fields that the address names: who is sent here to mend something need not look for it. */
function useFirstField(registry: ApiForm['registry']) {
  const [search] = useSearchParams();
  const [wanted] = useState(() => search.getAll('field'));
  useEffect(() => {
    // After the title of the page, which a new page gives the focus to.
    const frame = requestAnimationFrame(() => {
      const [, first] = [...registry].find(([name]) => wanted.includes(name)) ?? [];
      const field = first && document.getElementById(first.id);
      field?.focus({ preventScroll: true });
      field?.scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [registry, wanted]);
}
