import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { amount, choice, Form, NumberField, SelectField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { useCategories, useRefresh } from '../api/programmes';
import { criteria, declareSelection, listCohorts, tieBreaks, useCohorts, type Cohort } from '../api/selection';

const schema = z.object({
  title: text.required(200),
  places: amount.required({ min: 1, max: 10_000 }),
  note: text.required(1000),
  criteria: z.array(z.object({ criterion: choice.required(criteria), argument: text.optional(100), points: amount.required({ min: 1, max: 1000 }) })).min(1),
  tieBreaks: z.array(z.object({ rule: choice.required(tieBreaks) })),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const inputOf = (cohort: Cohort): Input => ({
  title: cohort.title,
  places: Number(cohort.places),
  note: cohort.note ?? '',
  criteria: cohort.criteria.length > 0 ? cohort.criteria.map((one) => ({ criterion: one.criterion, argument: one.argument ?? '', points: Number(one.points) })) : [{ criterion: '', argument: '', points: null }],
  tieBreaks: cohort.tieBreaks.flatMap((rule) => (rule === 'number' ? [] : [{ rule }])),
});

/** Places, criteria with their points, and what decides among equals. */
export function CriteriaFormPage() {
  const { t } = useTranslation('programmes');
  const { id = '', cohortId = '' } = useParams();
  const query = useCohorts(id);
  const cohort = query.data?.find((one) => one.id === cohortId);
  return (
    <Page title={t('criteria.title')} width="form" subtitle={t('criteria.text')} back={{ to: `/programmes/${id}/selection/${cohortId}`, label: cohort?.title ?? t('selection.title') }}>
      <Loaded query={query}>{() => cohort && <CriteriaForm programmeId={id} cohort={cohort} />}</Loaded>
    </Page>
  );
}

function CriteriaForm({ programmeId, cohort }: { programmeId: string; cohort: Cohort }) {
  const { t } = useTranslation('programmes');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const back = `/programmes/${programmeId}/selection/${cohort.id}`;
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: inputOf(cohort),
    version: cohort.version,
    reload: async () => {
      const now = (await listCohorts(programmeId)).find((one) => one.id === cohort.id)!;
      return { values: inputOf(now), version: now.version };
    },
    submit: ({ tieBreaks: rules, ...values }, version) => declareSelection(programmeId, cohort.id, version!, { ...values, tieBreaks: rules.map((one) => one.rule) }),
    onDone: async () => {
      toast.done(t('criteria.saved'));
      await refresh();
      void navigate(back, { replace: true });
    },
  });
  return (
    <Form form={form} submitLabel={t('criteria.declare')} onCancel={() => void navigate(back)}>
      <SectionCard title={t('selection.one')}>
        <TextField name="title" label={t('selection.name')} required autoComplete="off" />
        <NumberField name="places" label={t('selection.placesLabel')} required />
        <TextArea name="note" label={t('criteria.note')} help={t('criteria.noteHelp')} required rows={2} />
      </SectionCard>
      <SectionCard title={t('criteria.points')} note={t('criteria.pointsNote')}>
        <Criteria />
      </SectionCard>
      <SectionCard title={t('criteria.ties')} note={t('criteria.tiesNote')}>
        <Ties />
      </SectionCard>
    </Form>
  );
}

function Criteria() {
  const { t } = useTranslation('programmes');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'criteria' });
  return (
    <div className="rows-field">
      {fields.map((field, index) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('criteria.number', { number: index + 1 })}>
          <SelectField name={`criteria.${index}.criterion`} label={t('criteria.criterion')} required options={criteria.map((value) => ({ value, label: t(`criterion.${value}`) }))} />
          <Argument index={index} />
          <NumberField name={`criteria.${index}.points`} label={t('criteria.pointsLabel')} required />
          <Button look="plain" small icon="delete" aria-label={t('criteria.remove', { number: index + 1 })} onClick={() => remove(index)}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ criterion: '', argument: '', points: null })}>
        {t('criteria.add')}
      </Button>
    </div>
  );
}

/** What the criterion looks at, where it has to be said. */
function Argument({ index }: { index: number }) {
  const { t } = useTranslation('programmes');
  const categories = useCategories();
  const criterion = useWatch<Input, `criteria.${number}.criterion`>({ name: `criteria.${index}.criterion` });
  const name = `criteria.${index}.argument`;
  if (criterion === 'disadvantageCategory')
    return <SelectField name={name} label={t('argument.category')} emptyLabel={t('argument.anyCategory')} options={categories.map((item) => ({ value: item.code, label: item.name }))} />;
  if (criterion === 'longUnemployed') return <TextField name={name} label={t('argument.months')} help={t('argument.monthsHelp')} required autoComplete="off" />;
  if (criterion === 'ageBand') return <TextField name={name} label={t('argument.ages')} help={t('argument.agesHelp')} required autoComplete="off" />;
  if (criterion === 'judged') return <TextField name={name} label={t('argument.judged')} help={t('argument.judgedHelp')} required autoComplete="off" />;
  return null;
}

function Ties() {
  const { t } = useTranslation('programmes');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'tieBreaks' });
  return (
    <div className="rows-field">
      {fields.map((field, index) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('criteria.tieNumber', { number: index + 1 })}>
          <SelectField name={`tieBreaks.${index}.rule`} label={t('criteria.tie')} required options={tieBreaks.map((value) => ({ value, label: t(`tieBreak.${value}`) }))} />
          <Button look="plain" small icon="delete" aria-label={t('criteria.removeTie', { number: index + 1 })} onClick={() => remove(index)}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ rule: '' })}>
        {t('criteria.addTie')}
      </Button>
    </div>
  );
}
