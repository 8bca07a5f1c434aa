import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { useWatch } from 'react-hook-form';
import { choice, DateField, day, Form, RadioGroup, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { shortDate, today } from '../../../lib/format';
import { peopleKeys } from '../api/keys';
import { knownByFacts, recordStep, stepStates, usePlanFacts, type Plan, type PlanAction, type PlanStep } from '../api/plans';

const schema = z
  .object({ state: choice.required(stepStates), on: day.required(), note: text.optional(1000), factId: z.string() })
  .refine((values) => !['dropped', 'interrupted'].includes(values.state) || !!values.note, { path: ['note'] })
  .transform(({ factId, ...rest }) => ({ ...rest, factId: rest.state === 'notStarted' && factId ? factId : null }));
type Input = z.input<typeof schema>;

/** How an action stands, for those of which no other part of the platform knows it; the others can only be given up. */
export function StepDialog({ plan, action, step, onClose }: { plan: Plan; action: PlanAction; step: PlanStep | undefined; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const byFacts = knownByFacts.includes(action.kind) || step?.source === 'jobSearch';
  const chosen = action.kind === 'internship' || action.kind === 'course';
  const states = byFacts ? (['notStarted', 'dropped'] as const) : stepStates;
  const written = step?.source === 'operator' ? step : undefined;
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { state: byFacts ? (written ? 'dropped' : chosen ? 'notStarted' : '') : (written?.state ?? ''), on: written?.on ?? today(), note: written?.note ?? '', factId: step?.chosen && step.factId ? step.factId : '' },
    guard: false,
    submit: (values) => recordStep(plan.caseId, plan.id, action.id, step?.version ?? 0, values),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.case(plan.caseId) });
      toast.done(t('plans.stepSaved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('plans.writeStepOf', { action: action.text })} onClose={onClose}>
      {byFacts && <p className="hint">{t('plans.byFacts')}</p>}
      <Form form={form} submitLabel={t('save')} onCancel={onClose} keptNote={false}>
        <RadioGroup name="state" label={t('plans.stepState')} required options={states.map((value) => ({ value, label: byFacts && value === 'notStarted' ? t('plans.followFacts') : t(`plans.step.${value}`) }))} />
        {chosen && <FactField plan={plan} action={action} />}
        <DateField name="on" label={t('plans.stepOn')} required max={today()} />
        <TextArea name="note" label={t('plans.stepNote')} help={t('plans.stepNoteHelp')} rows={3} />
      </Form>
    </Dialog>
  );
}

/** Which internship or course fulfils the action; without a choice it is the first of its kind that no other action follows. */
function FactField({ plan, action }: { plan: Plan; action: PlanAction }) {
  const { t } = useTranslation('beneficiaries');
  const state = useWatch({ name: 'state' }) as string;
  const facts = usePlanFacts(plan.caseId, plan.id, state === 'notStarted').data ?? [];
  if (state !== 'notStarted') return null;
  const free = facts.filter((one) => one.kind === action.kind && (!one.actionId || one.actionId === action.id));
  return (
    <SelectField
      name="factId"
      label={t(action.kind === 'course' ? 'plans.whichCourse' : 'plans.whichInternship')}
      help={t('plans.whichHelp')}
      width="full"
      emptyLabel={t('plans.firstOfKind')}
      options={free.map((one) => ({ value: one.id, label: `${one.label} · ${shortDate(one.startsOn)} – ${shortDate(one.endsOn)} · ${t(`plans.step.${one.state}`)}` }))}
    />
  );
}
