import { useNavigate, useParams } from 'react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { amount, choice, day, DateField, email, FieldRow, Form, MunicipalityField, NumberField, SelectField, text, TextArea, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { useDebounced } from '../../lib/use-debounced';
import { opportunityKeys } from './api/keys';
import { fetchOpportunity, opportunityKinds, saveOpportunity, useOpportunity, usePreviewedText, type Opportunity } from './api/opportunities';
import { Written } from './Written';

const schema = z.object({
  kind: choice.required(opportunityKinds),
  title: text.required(200),
  description: text.required(20_000),
  organiser: text.required(200),
  municipality: text.optional(120),
  contractType: text.optional(120),
  hours: text.optional(120),
  requirements: text.optional(10_000),
  applyUrl: text.optional(500),
  applyEmail: email.optional(),
  applyPhone: text.optional(40),
  deadline: day.optional(),
  positions: amount.optional({ min: 1 }),
  source: text.optional(200),
});
type Values = z.input<typeof schema>;

const empty: Values = {
  kind: '', title: '', description: '', organiser: '', municipality: '', contractType: '', hours: '', requirements: '', applyUrl: '', applyEmail: '', applyPhone: '', deadline: '', positions: null, source: '',
};

function valuesOf(opportunity: Opportunity): Values {
  const known = opportunity as unknown as Record<string, unknown>;
  const values = Object.fromEntries(Object.keys(empty).map((name) => [name, known[name] ?? empty[name as keyof Values]]));
  return { ...(values as Values), municipality: opportunity.municipalityCode ?? '' };
}

export function NewOpportunityPage() {
  const { t } = useTranslation('bulletin');
  return (
    <Page title={t('opportunities.new')} back={{ to: '/opportunities', label: t('opportunities.title') }}>
      <OpportunityForm values={empty} />
    </Page>
  );
}

export function EditOpportunityPage() {
  const { t } = useTranslation('bulletin');
  const { id = '' } = useParams();
  const query = useOpportunity(id);
  return (
    <Page title={t('opportunities.edit')} back={{ to: `/opportunities/${id}`, label: query.data?.title ?? t('opportunities.title') }}>
      <Loaded query={query}>{(opportunity) => <OpportunityForm id={id} values={valuesOf(opportunity)} version={opportunity.version} />}</Loaded>
    </Page>
  );
}

function OpportunityForm({ id, values, version }: { id?: string; values: Values; version?: number }) {
  const { t } = useTranslation('bulletin');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: values,
    version,
    submit: (content, at) => saveOpportunity(content as never, id, at),
    onDone: (saved) => {
      void queries.invalidateQueries({ queryKey: opportunityKeys.all });
      toast.done(t('saved'));
      void navigate(`/opportunities/${saved}`);
    },
    reload: id ? async () => { const now = await fetchOpportunity(id); return { values: valuesOf(now), version: now.version }; } : undefined,
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={() => void navigate(id ? `/opportunities/${id}` : '/opportunities')} note={t('opportunities.savedNote')}>
      <div className="side-by-side">
        <SectionCard title={t('opportunities.what')}>
          <SelectField name="kind" label={t('field.kind')} required options={opportunityKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <TextField name="title" label={t('field.title')} required />
          <TextField name="organiser" label={t('field.organiser')} required />
          <MunicipalityField name="municipality" label={t('field.municipality')} help={t('opportunities.placeHelp')} />
          <TextArea name="description" label={t('field.description')} help={t('markdownHelp')} required rows={8} />
          <TextArea name="requirements" label={t('field.requirements')} rows={4} />
          <FieldRow>
            <TextField name="contractType" label={t('field.contractType')} />
            <TextField name="hours" label={t('field.hours')} />
          </FieldRow>
        </SectionCard>
        <div>
          <SectionCard title={t('opportunities.how')} note={t('opportunities.oneWay')}>
            <TextField name="applyUrl" label={t('field.applyUrl')} type="url" placeholder="https://" />
            <TextField name="applyEmail" label={t('field.applyEmail')} type="email" help={t('opportunities.officeHelp')} />
            <TextField name="applyPhone" label={t('field.applyPhone')} type="tel" />
            <FieldRow>
              <DateField name="deadline" label={t('field.deadline')} />
              <NumberField name="positions" label={t('field.positions')} />
            </FieldRow>
            <TextField name="source" label={t('field.source')} help={t('opportunities.sourceHelp')} />
          </SectionCard>
          <Preview form={form} />
        </div>
      </div>
    </Form>
  );
}

function Preview({ form }: { form: ReturnType<typeof useApiForm<Values, unknown, unknown>> }) {
  const { t } = useTranslation('bulletin');
  const written = useDebounced(useWatch({ control: form.form.control, name: 'description' }) as string, 400);
  const query = usePreviewedText(written);
  return (
    <SectionCard title={t('preview')}>
      {written.trim() === '' ? <p className="hint">{t('opportunities.previewEmpty')}</p> : <Loaded query={query} lines={3}>{(shown) => <Written html={shown.html} />}</Loaded>}
    </SectionCard>
  );
}
