import * as z from 'zod';
import { amount, choice, day, picked, text, type Option } from '../../components/form';
import { dayOf } from '../../lib/format';
import type { Internship, Proposal } from './api/internships';
import { hostTypes, kinds, modulations } from './words';

export const planSchema = z.object({
  caseId: picked.required(),
  companyId: picked.required(),
  kind: choice.required(kinds),
  modulation: choice.required(modulations),
  startsOn: day.required(),
  endsOn: day.required(),
  weeklyHours: amount.required({ min: 1, max: 60 }),
  seasonal: z.boolean(),
  mealsProvided: z.boolean(),
  duties: text.required(2000),
  objectives: text.required(4000),
  hostType: choice.required(hostTypes),
  region: text.optional(60),
  workplace: text.optional(200),
  hostTutor: text.required(120),
  promoterTutorId: text.optional(60),
  conventionId: text.optional(60),
  allowanceCents: amount.required({ min: 0, max: 1_000_000 }),
  programme: text.optional(120),
});

export type PlanInput = z.input<typeof planSchema>;
export type PlanOutput = z.output<typeof planSchema>;

const dayMs = 86_400_000;

/** The next Monday after a day. */
export function nextMonday(from: Date): string {
  const today = new Date(`${dayOf(from)}T00:00:00Z`);
  const ahead = ((8 - today.getUTCDay()) % 7) || 7;
  return new Date(today.getTime() + ahead * dayMs).toISOString().slice(0, 10);
}

export const nextDay = (day: string) => new Date(new Date(`${day}T00:00:00Z`).getTime() + dayMs).toISOString().slice(0, 10);

/** The last day of so many months: the day before the corresponding one, or the month's last where it has no such day. */
export function lastDay(start: string, months: number): string {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  const endOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = day === 1 ? new Date(Date.UTC(year, month - 1 + months, 0)) : new Date(Date.UTC(year, month - 1 + months, Math.min(day - 1, endOfMonth)));
  return end.toISOString().slice(0, 10);
}

export function emptyPlan(forCase: Option | null, company: Option | null, me: string): PlanInput {
  const startsOn = nextMonday(new Date());
  return {
    caseId: forCase,
    companyId: company,
    kind: '',
    modulation: '',
    startsOn,
    endsOn: lastDay(startsOn, 6),
    weeklyHours: 25,
    seasonal: false,
    mealsProvided: false,
    duties: '',
    objectives: '',
    hostType: 'privateEmployer',
    region: '',
    workplace: '',
    hostTutor: '',
    promoterTutorId: me,
    conventionId: '',
    allowanceCents: null,
    programme: '',
  };
}

export const planOf = (one: Internship): PlanInput => ({
  caseId: { id: one.caseId, label: one.personName },
  companyId: { id: one.companyId, label: one.companyName },
  kind: one.kind,
  modulation: one.modulation ?? '',
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  weeklyHours: one.weeklyHours,
  seasonal: one.seasonal,
  mealsProvided: one.mealsProvided,
  duties: one.duties,
  objectives: one.objectives,
  hostType: one.hostType ?? '',
  region: one.region,
  workplace: one.workplace ?? '',
  hostTutor: one.hostTutor,
  promoterTutorId: one.promoterTutorId,
  conventionId: one.documents.conventionId ?? '',
  allowanceCents: one.allowanceCents,
  programme: one.programme ?? '',
});

/** A new project that begins from an earlier one: as long, from next Monday; papers do not follow. */
export function copyOf(one: Internship): PlanInput {
  const startsOn = nextMonday(new Date());
  const days = Math.round((Date.parse(one.endsOn) - Date.parse(one.startsOn)) / dayMs) - one.suspendedDays;
  const endsOn = new Date(Date.parse(startsOn) + days * dayMs).toISOString().slice(0, 10);
  return { ...planOf(one), startsOn, endsOn, conventionId: '' };
}

/** What the rules need of a form that is being filled; null while too little is there. */
export function previewOf(values: PlanInput): Proposal | null {
  const { caseId, companyId, kind, startsOn, endsOn, weeklyHours, allowanceCents } = values;
  const isNumber = (value: number | null) => value !== null && !Number.isNaN(value);
  if (!caseId || !companyId || !kind || !startsOn || !endsOn || endsOn <= startsOn || !isNumber(weeklyHours) || weeklyHours! < 1 || weeklyHours! > 60) return null;
  return {
    caseId: caseId.id,
    companyId: companyId.id,
    kind,
    startsOn,
    endsOn,
    weeklyHours,
    seasonal: values.seasonal,
    mealsProvided: values.mealsProvided,
    hostType: values.hostType || null,
    region: values.region || null,
    hostTutor: values.hostTutor || null,
    promoterTutorId: values.promoterTutorId || null,
    conventionId: values.conventionId || null,
    allowanceCents: isNumber(allowanceCents) ? allowanceCents : null,
  };
}
