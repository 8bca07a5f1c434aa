import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, Form, RadioGroup, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { peopleKeys } from '../api/keys';
import { knownByFacts, recordStep, stepStates, type Plan, type PlanAction, type PlanStep } from '../api/plans';

const schema = z
  .object({ state: choice.required(stepStates), on: day.required(), note: text.optional(1000) })
  .refine((values) => !['dropped', 'interrupted'].includes(values.state) || !!values.note, { path: ['note'] });
type Input = z.input<typeof schema>;

/** How an action stands, for those of which no other part of the platform knows it; the others can only be given up. */
export function StepDialog({ plan, action, step, onClose }: { plan: Plan; action: PlanAction; step: PlanStep | undefined; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const byFacts = knownByFacts.includes(action.kind) || step?.source === 'jobSearch';
  const states = byFacts ? (['notStarted', 'dropped'] as const) : stepStates;
  const written = step?.source === 'operator' ? step : undefined;
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { state: byFacts ? (written ? 'dropped' : '') : (written?.state ?? ''), on: written?.on ?? today(), note: written?.note ?? '' },
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
        <DateField name="on" label={t('plans.stepOn')} required max={today()} />
        <TextArea name="note" label={t('plans.stepNote')} help={t('plans.stepNoteHelp')} rows={3} />
      </Form>
    </Dialog>
  );
}
