import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { amount, choice, DateField, day, FieldRow, Form, NumberField, SelectField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import type { Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { needAreas, planActionKinds, readPlan, savePlan, type Plan } from '../api/plans';
import { SensitiveHints } from '../diary/SensitiveHints';
import { useDraftStore } from '../api/drafts';

const person = 'person';
const other = 'other';

const action = z
  .object({ id: z.string().nullable(), kind: choice.required(planActionKinds), text: text.optional(1000), who: z.string(), whoName: text.optional(200), dueOn: day.optional(), times: amount.optional({ min: 1, max: 200 }) })
  .transform(({ id, who, whoName, text: words, ...rest }) => ({
    ...rest,
    id,
    text: words,
    by: who === '' ? null : who === person ? ('person' as const) : who === other ? ('other' as const) : ('member' as const),
    userId: who === '' || who === person || who === other ? null : who,
    who: who === other ? whoName : null,
  }));
const objective = z.object({ id: z.string().nullable(), text: text.optional(1000), measure: text.optional(500), dueOn: day.optional(), actions: z.array(action) });
const need = z.object({ id: z.string().nullable(), area: choice.required(needAreas), text: text.optional(1000), objectives: z.array(objective) });
const schema = z.object({ wishes: text.optional(4000), reviewOn: day.optional(), needs: z.array(need) });
type Values = z.input<typeof schema>;

const emptyAction = { id: null, kind: '' as const, text: '', who: '', whoName: '', dueOn: '', times: null };
const emptyObjective = { id: null, text: '', measure: '', dueOn: '', actions: [emptyAction] };
const emptyNeed = { id: null, area: '' as const, text: '', objectives: [emptyObjective] };

function valuesOf(plan: Plan): Values {
  return {
    wishes: plan.content.wishes ?? '',
    reviewOn: plan.reviewOn ?? '',
    needs: plan.content.needs.map((one) => ({
      id: one.id,
      area: one.area,
      text: one.text,
      objectives: one.objectives.map((two) => ({
        id: two.id,
        text: two.text,
        measure: two.measure,
        dueOn: two.dueOn ?? '',
        actions: two.actions.map((three) => ({
          id: three.id,
          kind: three.kind,
          text: three.text,
          who: three.by === 'member' ? (three.userId ?? '') : (three.by ?? ''),
          whoName: three.who ?? '',
          dueOn: three.dueOn ?? '',
          times: three.times === null || three.times === undefined ? null : Number(three.times),
        })),
      })),
    })),
  };
}

/** A draft may be saved unfinished: what is missing is said when it is sent to be signed. */
export function PlanForm({ plan, record }: { plan: Plan; record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Values, z.output<typeof schema>>({
    schema,
    defaultValues: valuesOf(plan),
    keep: useDraftStore('plan', plan.caseId, plan.id),
    version: plan.version,
    submit: async (values, version) => {
      await savePlan(plan.caseId, plan.id, version ?? plan.version, values);
      // Ids are given by the server: without them a second saving would make new parts of the old ones.
      return readPlan(plan.caseId, plan.id);
    },
    reload: async () => readPlan(plan.caseId, plan.id).then((now) => ({ values: valuesOf(now), version: now.version })),
    onDone: (now) => {
      form.form.reset(valuesOf(now as Plan));
      void queries.invalidateQueries({ queryKey: peopleKeys.case(plan.caseId) });
      toast.done(t('plans.saved'));
    },
  });
  return (
    <Form form={form} submitLabel={t('plans.save')} label={t('plans.title')} note={t('plans.saveNote')}>
      <SectionCard title={t('plans.beginning')}>
        <TextArea name="wishes" label={t('plans.wishes')} help={t('plans.wishesHelp')} rows={3} />
        <SensitiveHints name="wishes" />
        <DateField name="reviewOn" label={t('plans.reviewOn')} help={t('plans.reviewOnHelp')} />
      </SectionCard>
      <Needs record={record} plan={plan} />
    </Form>
  );
}

function Needs({ record, plan }: { record: Case; plan: Plan }) {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'needs', keyName: 'key' });
  return (
    <>
      {fields.map((field, index) => (
        <SectionCard
          key={field.key}
          title={t('plans.needNumber', { number: index + 1 })}
          actions={
            <Button look="plain" small icon="delete" onClick={() => remove(index)} aria-label={t('plans.removeNeed', { number: index + 1 })}>
              {t('work.remove')}
            </Button>
          }
        >
          <SelectField name={`needs.${index}.area`} label={t('plans.areaLabel')} required options={needAreas.map((value) => ({ value, label: t(`plans.area.${value}`) }))} />
          <TextArea name={`needs.${index}.text`} label={t('plans.need')} help={index === 0 ? t('plans.needHelp') : undefined} rows={2} />
          <Objectives need={index} record={record} plan={plan} />
        </SectionCard>
      ))}
      <Button icon="plus" className="plan-add" onClick={() => append(emptyNeed)}>
        {t('plans.addNeed')}
      </Button>
    </>
  );
}

function Objectives({ need: at, record, plan }: { need: number; record: Case; plan: Plan }) {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: `needs.${at}.objectives`, keyName: 'key' });
  return (
    <>
      {fields.map((field, index) => {
        const name = `needs.${at}.objectives.${index}`;
        const number = `${at + 1}.${index + 1}`;
        return (
          <fieldset className="plan-objective" key={field.key}>
            <legend>{t('plans.objectiveNumber', { number })}</legend>
            <TextArea name={`${name}.text`} label={t('plans.objective')} rows={2} />
            <TextField name={`${name}.measure`} label={t('plans.measure')} help={t('plans.measureHelp')} autoComplete="off" />
            <FieldRow>
              <DateField name={`${name}.dueOn`} label={t('plans.dueOnLabel')} />
              <Button look="plain" small icon="delete" onClick={() => remove(index)} aria-label={t('plans.removeObjective', { number })}>
                {t('work.remove')}
              </Button>
            </FieldRow>
            <Actions name={`needs.${at}.objectives.${index}.actions`} number={number} record={record} plan={plan} />
          </fieldset>
        );
      })}
      <Button look="quiet" small icon="plus" onClick={() => append(emptyObjective)}>
        {t('plans.addObjective')}
      </Button>
    </>
  );
}

function Actions({ name, number, record, plan }: { name: `needs.${number}.objectives.${number}.actions`; number: string; record: Case; plan: Plan }) {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'key' });
  const people = new Map([...plan.names.map((one) => [one.id, one.name] as const), ...record.members.map((one) => [one.userId, one.name] as const), ...record.outsideMembers.filter((one) => !one.accountId).map((one) => [one.id, one.name && `${one.name} (${one.bodyName})`] as const)]);
  const who = [{ value: person, label: t('plans.thePerson') }, ...[...people].map(([value, label]) => ({ value, label: label ?? t('team.unknown') })), { value: other, label: t('plans.somebodyElse') }];
  return (
    <>
      {fields.map((field, index) => {
        const place = `${number}.${index + 1}`;
        return (
          <div className="plan-action" key={field.key} role="group" aria-label={t('plans.actionNumber', { number: place })}>
            <FieldRow>
              <SelectField name={`${name}.${index}.kind`} label={t('plans.actionKind')} required options={planActionKinds.map((value) => ({ value, label: t(`plans.kind.${value}`) }))} />
              <SelectField name={`${name}.${index}.who`} label={t('plans.who')} options={who} />
              <WhoName name={`${name}.${index}`} />
            </FieldRow>
            <TextField name={`${name}.${index}.text`} label={t('plans.action')} autoComplete="off" />
            <FieldRow>
              <DateField name={`${name}.${index}.dueOn`} label={t('plans.dueOnLabel')} />
              <Times name={`${name}.${index}`} />
              <Button look="plain" small icon="delete" onClick={() => remove(index)} aria-label={t('plans.removeAction', { number: place })}>
                {t('work.remove')}
              </Button>
            </FieldRow>
          </div>
        );
      })}
      <Button look="quiet" small icon="plus" onClick={() => append(emptyAction)} aria-label={t('plans.addActionTo', { number })}>
        {t('plans.addAction')}
      </Button>
    </>
  );
}

function WhoName({ name }: { name: string }) {
  const { t } = useTranslation('beneficiaries');
  const who = useWatch({ name: `${name}.who` }) as string;
  return who === other ? <TextField name={`${name}.whoName`} label={t('plans.whoName')} autoComplete="off" /> : null;
}

/** Only what is done several times is counted. */
function Times({ name }: { name: string }) {
  const { t } = useTranslation('beneficiaries');
  const kind = useWatch({ name: `${name}.kind` }) as string;
  return kind === 'internship' || kind === 'course' || kind === '' ? null : <NumberField name={`${name}.times`} label={t('plans.times')} />;
}
