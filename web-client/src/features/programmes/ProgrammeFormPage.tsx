import { useFieldArray, useFormContext } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../components/Button';
import {
  amount, CheckGroup, choice, ComboField, DateField, day, FieldRow, Form, MoneyField, NumberField, picked, SelectField, text, TextArea, TextField, useApiForm, type Option,
} from '../../components/form';
import { Page } from '../../components/Page';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { budgetKinds, changeProgramme, createProgramme, findBodies, programmeKinds, readProgramme, useCategories, useProgramme, useRefresh, type Programme } from './api/programmes';

const schema = z.object({
  name: text.required(200),
  kind: choice.required(programmeKinds),
  reference: text.optional(60),
  leadBodyId: picked.required(),
  partners: z.array(z.object({ body: picked.required() })),
  startsOn: day.required(),
  endsOn: day.required(),
  lastPaymentOn: day.optional(),
  lines: z.array(z.object({ kind: choice.required(budgetKinds), title: text.required(200), cents: amount.required({ min: 0 }) })),
  categories: z.array(z.string()),
  targets: z.array(z.object({ title: text.required(200), goal: amount.required({ min: 1 }) })),
  notes: text.optional(2000),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const optionOf = (body: { id: string; name: string }): Option => ({ id: body.id, label: body.name });

const inputOf = (programme?: Programme): Input => ({
  name: programme?.name ?? '',
  kind: programme?.kind ?? '',
  reference: programme?.reference ?? '',
  leadBodyId: programme ? optionOf(programme.leadBody) : null,
  partners: (programme?.partnerBodies ?? []).map((body) => ({ body: optionOf(body) })),
  startsOn: programme?.startsOn ?? '',
  endsOn: programme?.endsOn ?? '',
  lastPaymentOn: programme?.lastPaymentOn ?? '',
  lines: programme ? programme.lines.map((line) => ({ kind: line.kind ?? '', title: line.title ?? '', cents: line.cents === null ? null : Number(line.cents) })) : [{ kind: 'allowances', title: '', cents: null }],
  categories: programme?.categories ?? [],
  targets: (programme?.targets ?? []).map((target) => ({ title: target.title ?? '', goal: target.goal === null ? null : Number(target.goal) })),
  notes: programme?.notes ?? '',
});

const bodyOf = ({ partners, ...values }: Output) => ({ ...values, partnerBodyIds: partners.map((partner) => partner.body) });

export function ProgrammeFormPage() {
  const { t } = useTranslation('programmes');
  const { id } = useParams();
  if (id) return <EditProgramme id={id} />;
  return (
    <Page title={t('new')} width="form" back={{ to: '/programmes', label: t('nav') }}>
      <ProgrammeForm />
    </Page>
  );
}

function EditProgramme({ id }: { id: string }) {
  const { t } = useTranslation('programmes');
  const query = useProgramme(id);
  return (
    <Page title={t('editTitle')} width="form" subtitle={query.data?.name} back={{ to: `/programmes/${id}`, label: query.data?.name ?? t('one') }}>
      <Loaded query={query}>{(programme) => <ProgrammeForm programme={programme} />}</Loaded>
    </Page>
  );
}

function ProgrammeForm({ programme }: { programme?: Programme }) {
  const { t } = useTranslation('programmes');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const categories = useCategories();
  const form = useApiForm<Input, Output, string>({
    schema,
    defaultValues: inputOf(programme),
    version: programme?.version,
    reload: programme && (async () => readProgramme(programme.id).then((now) => ({ values: inputOf(now), version: now.version }))),
    submit: async (values, version) => {
      if (!programme) return (await createProgramme(bodyOf(values))).id;
      await changeProgramme(programme.id, version!, bodyOf(values));
      return programme.id;
    },
    onDone: async (id) => {
      toast.done(t('saved'));
      await refresh();
      void navigate(`/programmes/${id}`, { replace: true });
    },
  });
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t('save')} onCancel={() => void navigate(-1)}>
        <TextField name="name" label={t('name')} required autoComplete="off" autoFocus={!programme} />
        <FieldRow>
          <SelectField name="kind" label={t('kindLabel')} required options={programmeKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <TextField name="reference" label={t('reference')} help={t('referenceHelp')} autoComplete="off" />
        </FieldRow>
        <FieldRow>
          <DateField name="startsOn" label={t('startsOn')} required />
          <DateField name="endsOn" label={t('endsOn')} required />
        </FieldRow>
        <ComboField name="leadBodyId" label={t('leadBody')} required source={['bodies']} load={findBodies} minLength={0} />
        <Partners />
        <Lines />
        <Targets />
        <CheckGroup
          name="categories"
          label={t('categories')}
          help={t('categoriesHelp')}
          options={categories.map((item) => ({ value: item.code, label: item.name }))}
        />
        <DateField name="lastPaymentOn" label={t('lastPaymentOn')} help={t('lastPaymentHelp')} />
        <TextArea name="notes" label={t('notes')} />
      </Form>
    </div>
  );
}

function Partners() {
  const { t } = useTranslation('programmes');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'partners' });
  return (
    <fieldset className="rows-field">
      <legend>{t('partnerBodies')}</legend>
      {fields.map((field, index) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('partnerNumber', { number: index + 1 })}>
          <ComboField name={`partners.${index}.body`} label={t('partnerBody')} required source={['bodies']} load={findBodies} minLength={0} />
          <Remove label={t('removePartner', { number: index + 1 })} onClick={() => remove(index)} />
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ body: null })}>
        {t('addPartner')}
      </Button>
    </fieldset>
  );
}

function Lines() {
  const { t } = useTranslation('programmes');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' });
  return (
    <fieldset className="rows-field">
      <legend>{t('lines')}</legend>
      <p className="hint">{t('linesHelp')}</p>
      {fields.map((field, index) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('lineNumber', { number: index + 1 })}>
          <SelectField name={`lines.${index}.kind`} label={t('lineKind')} required options={budgetKinds.map((value) => ({ value, label: t(`budgetKind.${value}`) }))} />
          <TextField name={`lines.${index}.title`} label={t('lineTitle')} required width="full" autoComplete="off" />
          <MoneyField name={`lines.${index}.cents`} label={t('lineAmount')} required />
          <Remove label={t('removeLine', { number: index + 1 })} onClick={() => remove(index)} />
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ kind: '', title: '', cents: null })}>
        {t('addLine')}
      </Button>
    </fieldset>
  );
}

function Targets() {
  const { t } = useTranslation('programmes');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'targets' });
  return (
    <fieldset className="rows-field">
      <legend>{t('targets')}</legend>
      {fields.map((field, index) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('targetNumber', { number: index + 1 })}>
          <TextField name={`targets.${index}.title`} label={t('targetTitle')} required autoComplete="off" />
          <NumberField name={`targets.${index}.goal`} label={t('targetGoal')} required />
          <Remove label={t('removeTarget', { number: index + 1 })} onClick={() => remove(index)} />
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ title: '', goal: null })}>
        {t('addTarget')}
      </Button>
    </fieldset>
  );
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  const { t } = useTranslation('programmes');
  return (
    <Button look="plain" small icon="delete" aria-label={label} onClick={onClick}>
      {t('remove')}
    </Button>
  );
}
