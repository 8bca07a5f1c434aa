import * as z from 'zod';
import { amount, choice, day, picked, text, type Option } from '../../../components/form';
import { sectors } from '../../../components/sectors';
import { caseOutcomes } from '../api/case';
import { contracts, dropOutReasons, trainingPaths, type Closure } from '../api/outcomes';

/** What the fields of every outcome are; which of them are shown, asked and sent depends on the outcome chosen. */
const details = z.object({
  contract: choice.optional(contracts),
  startsOn: day.optional(),
  endsOn: day.optional(),
  weeklyHours: amount.optional({ min: 1, max: 60 }),
  sector: choice.optional(sectors),
  employer: text.optional(200),
  training: choice.optional(trainingPaths),
  trainingTitle: text.optional(200),
  activity: text.optional(200),
  dowryCents: amount.optional({ min: 0 }),
  dropOutReason: choice.optional(dropOutReasons),
  bodyId: picked.optional(),
  agreed: z.boolean().nullable(),
});

export const outcomeShape = { outcome: choice.required(caseOutcomes), note: text.optional(4000), details };
export const outcomeSchema = z.object(outcomeShape);
export type OutcomeInput = z.input<typeof outcomeSchema>;
export type OutcomeOutput = z.output<typeof outcomeSchema>;
type Details = OutcomeOutput['details'];
type Field = keyof Details;

/** Contracts that end, of which the end is asked. */
const endingContracts: readonly string[] = ['fixedTerm', 'seasonal'];

/** The fields of an outcome, the required ones first. */
export function fieldsOf(outcome: string, contract: string | null | undefined): { field: Field; required: boolean }[] {
  const of = (required: Field[], optional: Field[] = []) => [...required.map((field) => ({ field, required: true })), ...optional.map((field) => ({ field, required: false }))];
  switch (outcome) {
    case 'employed': {
      const job: Field[] = ['contract', 'startsOn', 'sector', 'employer'];
      if (endingContracts.includes(contract ?? '')) return of([...job, 'endsOn'], ['weeklyHours']);
      return of(job, contract === 'openEnded' ? ['weeklyHours'] : ['endsOn', 'weeklyHours']);
    }
    case 'training':
      return of(['training'], ['trainingTitle', 'startsOn', 'endsOn']);
    case 'selfEmployment':
      return of(['activity', 'sector'], ['startsOn', 'dowryCents']);
    case 'returnedToServices':
      return of([], ['bodyId', 'agreed']);
    case 'droppedOut':
      return of(['dropOutReason']);
    case 'transferred':
      return of(['bodyId', 'agreed']);
    default:
      return [];
  }
}

/** What is asked and not given. */
export function missing(values: OutcomeOutput): Field[] {
  return fieldsOf(values.outcome, values.details.contract).filter(({ field, required }) => required && !values.details[field]).map(({ field }) => field);
}

/** Adds what is missing to a schema's complaints, each at its field. */
export function demandFields(values: OutcomeOutput, context: z.RefinementCtx) {
  for (const field of missing(values)) context.addIssue({ code: 'custom', path: ['details', field], input: '' });
}

/** Only the fields of the outcome leave: what was typed before another one was chosen stays in the form. */
export function sent<T extends OutcomeOutput>(values: T): T {
  const kept = fieldsOf(values.outcome, values.details.contract).map(({ field }) => field);
  const only = Object.fromEntries(Object.entries(values.details).map(([field, value]) => [field, kept.includes(field as Field) ? value : null])) as Details;
  return { ...values, details: { ...only, agreed: only.agreed || null } };
}

export function startValues(closure?: Closure, note?: string | null): OutcomeInput {
  const known = closure?.details;
  return {
    outcome: closure?.outcome ?? '',
    note: note ?? '',
    details: {
      contract: known?.contract ?? '',
      startsOn: known?.startsOn ?? '',
      endsOn: known?.endsOn ?? '',
      weeklyHours: known?.weeklyHours == null ? null : Number(known.weeklyHours),
      sector: (known?.sector ?? '') as OutcomeInput['details']['sector'],
      employer: known?.employer ?? '',
      training: known?.training ?? '',
      trainingTitle: known?.trainingTitle ?? '',
      activity: known?.activity ?? '',
      dowryCents: known?.dowryCents == null ? null : Number(known.dowryCents),
      dropOutReason: known?.dropOutReason ?? '',
      bodyId: (known?.bodyId ? { id: known.bodyId, label: closure?.bodyName ?? '' } : null) as Option | null,
      agreed: known?.agreed ?? false,
    },
  };
}
