import * as z from 'zod';
import { amount, choice, day, picked, text, type Option } from '../../components/form';
import { dayOf } from '../../lib/format';
import type { Internship, Proposal } from './api/internships';
import type { Draft } from './api/drafts';
import { emptyWeek, readWeek, weeklyOf, weekOf, weekSchema } from './week-hours';
import { hostTypes, hostWorks, kinds, modulations, safetyRisks } from './words';

export const planSchema = z.object({
  caseId: picked.required(),
  companyId: picked.required(),
  kind: choice.required(kinds),
  modulation: choice.required(modulations),
  startsOn: day.required(),
  endsOn: day.required(),
  weeklyHours: amount.required({ min: 1, max: 60 }),
  hours: weekSchema,
  seasonal: z.boolean(),
  mealsProvided: z.boolean(),
  duties: text.required(2000),
  objectives: text.required(4000),
  hostType: choice.required(hostTypes),
  region: text.optional(60),
  workplace: text.optional(200),
  hostTutor: text.required(120),
  caseManager: text.optional(160),
  hostWork: choice.optional(hostWorks),
  hostWorkEndedOn: day.optional(),
  promoterTutorId: text.optional(60),
  conventionId: text.optional(60),
  allowanceCents: amount.required({ min: 0, max: 1_000_000 }),
  programme: text.optional(120),
  safetyRisk: choice.optional(safetyRisks),
  safetyGeneralHours: amount.optional({ min: 0, max: 100 }),
  safetySpecificHours: amount.optional({ min: 0, max: 200 }),
  safetyOn: day.optional(),
  safetyBy: text.optional(160),
  payer: choice.optional(['programme', 'host']),
  programmeId: picked.optional(),
  schemeId: text.optional(60),
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

/** The risk is of the workplace and is chosen, never proposed: with a low one taken for granted somebody would start with too few hours of training. */
const ofTheWorkplace = { safetyRisk: '', safetySpecificHours: null, safetyBy: '' } as const;
/** The four general hours are everybody's; the training is over on the first day, unless somebody knows better. */
const safetyFrom = (startsOn: string) => ({ ...ofTheWorkplace, safetyGeneralHours: 4, safetyOn: startsOn });
const noPayer = { payer: '' as const, programmeId: null, schemeId: '' };

/** What a project says of its company, as it is before anybody says it. */
export const ofTheCompany = { region: '', workplace: '', hostTutor: '', hostType: 'privateEmployer', hostWork: '', hostWorkEndedOn: '', conventionId: '', ...ofTheWorkplace } as const;

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
    hours: emptyWeek(),
    seasonal: false,
    mealsProvided: false,
    duties: '',
    objectives: '',
    ...ofTheCompany,
    caseManager: '',
    promoterTutorId: me,
    allowanceCents: null,
    programme: '',
    ...safetyFrom(startsOn),
    ...noPayer,
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
  hours: weekOf(one.hours),
  seasonal: one.seasonal,
  mealsProvided: one.mealsProvided,
  duties: one.duties,
  objectives: one.objectives,
  hostType: one.hostType ?? '',
  region: one.region,
  workplace: one.workplace ?? '',
  hostTutor: one.hostTutor,
  caseManager: one.caseManager ?? '',
  hostWork: one.hostWork ?? '',
  hostWorkEndedOn: one.hostWorkEndedOn ?? '',
  promoterTutorId: one.promoterTutorId,
  conventionId: one.documents.conventionId ?? '',
  allowanceCents: one.allowanceCents,
  programme: one.programme ?? '',
  safetyRisk: one.safety.risk ?? '',
  safetyGeneralHours: one.safety.generalHours,
  safetySpecificHours: one.safety.specificHours,
  safetyOn: one.safety.on ?? '',
  safetyBy: one.safety.by ?? '',
  ...noPayer,
});

/** What was kept of a project that was being written. */
export const planOfDraft = ({ plan, personName, companyName, programmeName }: Draft): PlanInput => ({
  caseId: plan.caseId ? { id: plan.caseId, label: personName ?? '' } : null,
  companyId: plan.companyId ? { id: plan.companyId, label: companyName ?? '' } : null,
  kind: plan.kind ?? '',
  modulation: plan.modulation ?? '',
  startsOn: plan.startsOn ?? '',
  endsOn: plan.endsOn ?? '',
  weeklyHours: plan.weeklyHours ?? null,
  hours: weekOf(plan.hours ?? []),
  seasonal: plan.seasonal ?? false,
  mealsProvided: plan.mealsProvided ?? false,
  duties: plan.duties ?? '',
  objectives: plan.objectives ?? '',
  hostType: plan.hostType ?? '',
  region: plan.region ?? '',
  workplace: plan.workplace ?? '',
  hostTutor: plan.hostTutor ?? '',
  caseManager: plan.caseManager ?? '',
  hostWork: plan.hostWork ?? '',
  hostWorkEndedOn: plan.hostWorkEndedOn ?? '',
  promoterTutorId: plan.promoterTutorId ?? '',
  conventionId: plan.conventionId ?? '',
  allowanceCents: plan.allowanceCents ?? null,
  programme: plan.programme ?? '',
  safetyRisk: plan.safetyRisk ?? '',
  safetyGeneralHours: plan.safetyGeneralHours ?? null,
  safetySpecificHours: plan.safetySpecificHours ?? null,
  safetyOn: plan.safetyOn ?? '',
  safetyBy: plan.safetyBy ?? '',
  payer: plan.payer === 'programme' || plan.payer === 'host' ? plan.payer : '',
  programmeId: plan.programmeId ? { id: plan.programmeId, label: programmeName ?? '' } : null,
  schemeId: plan.schemeId ?? '',
});

const written = (value: string) => value || null;
const known = (value: number | null) => (value === null || Number.isNaN(value) ? null : value);

/** Whatever is there, as the draft keeps it. Dates that are half typed are empty in the browser too. */
export function draftOf(values: PlanInput, referralId: string | null): Proposal {
  const hours = readWeek(values.hours);
  return {
    caseId: values.caseId?.id ?? null,
    companyId: values.companyId?.id ?? null,
    kind: values.kind || null,
    modulation: values.modulation || null,
    startsOn: written(values.startsOn),
    endsOn: written(values.endsOn),
    weeklyHours: known(values.weeklyHours),
    hours: Array.isArray(hours) ? hours : null,
    seasonal: values.seasonal,
    mealsProvided: values.mealsProvided,
    duties: written(values.duties),
    objectives: written(values.objectives),
    hostType: values.hostType || null,
    region: written(values.region),
    workplace: written(values.workplace),
    hostTutor: written(values.hostTutor),
    caseManager: written(values.caseManager),
    hostWork: values.hostWork || null,
    hostWorkEndedOn: values.hostWork === 'ended' ? written(values.hostWorkEndedOn) : null,
    promoterTutorId: written(values.promoterTutorId),
    conventionId: written(values.conventionId),
    allowanceCents: known(values.allowanceCents),
    programme: written(values.programme),
    safetyRisk: values.safetyRisk || null,
    safetyGeneralHours: known(values.safetyGeneralHours),
    safetySpecificHours: known(values.safetySpecificHours),
    safetyOn: written(values.safetyOn),
    safetyBy: written(values.safetyBy),
    payer: values.payer || null,
    programmeId: values.programmeId?.id ?? null,
    schemeId: written(values.schemeId),
    referralId,
  };
}

/** How many whole months lie between the two days, or nothing: six of them are six again, whichever days they have. */
function wholeMonths(start: string, end: string): number | undefined {
  const about = Math.round((Date.parse(end) - Date.parse(start)) / dayMs / 30.44);
  return [about - 1, about, about + 1].find((months) => months > 0 && lastDay(start, months) === end);
}

/** A new project that begins from an earlier one: as long, from next Monday; papers do not follow. */
export function copyOf(one: Internship): PlanInput {
  const startsOn = nextMonday(new Date());
  const counted = new Date(Date.parse(one.endsOn) - one.suspendedDays * dayMs).toISOString().slice(0, 10);
  const months = wholeMonths(one.startsOn, counted);
  const days = Math.round((Date.parse(counted) - Date.parse(one.startsOn)) / dayMs);
  const endsOn = months ? lastDay(startsOn, months) : new Date(Date.parse(startsOn) + days * dayMs).toISOString().slice(0, 10);
  const safety = one.safety.by ? { safetyOn: startsOn } : safetyFrom(startsOn);
  // Whether somebody worked for the host is asked again: time has passed.
  return { ...planOf(one), ...safety, startsOn, endsOn, conventionId: '', hostWork: '', hostWorkEndedOn: '' };
}

/** A copy for the person and the company that are chosen already; what was said of another company stays with it. */
export function copyFor(one: Internship, forCase: Option | null, company: Option | null): PlanInput {
  const copied = copyOf(one);
  const elsewhere = company && company.id !== copied.companyId?.id;
  return { ...copied, ...(elsewhere && ofTheCompany), caseId: forCase ?? copied.caseId, companyId: company ?? copied.companyId };
}

/** The hours of the days once they can be read and make the hours of the week. */
function agreeing(values: PlanInput) {
  const hours = readWeek(values.hours);
  return Array.isArray(hours) && hours.length > 0 && weeklyOf(values.hours) === values.weeklyHours ? hours : null;
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
    hours: agreeing(values),
    safetyRisk: values.safetyRisk || null,
    safetyGeneralHours: known(values.safetyGeneralHours),
    safetySpecificHours: known(values.safetySpecificHours),
    safetyOn: written(values.safetyOn),
    safetyBy: written(values.safetyBy),
    seasonal: values.seasonal,
    mealsProvided: values.mealsProvided,
    hostType: values.hostType || null,
    region: values.region || null,
    hostTutor: values.hostTutor || null,
    caseManager: values.caseManager || null,
    // While its day is still to be written it is not known, and the rule asks for it.
    hostWork: values.hostWork === 'ended' && !values.hostWorkEndedOn ? null : values.hostWork || null,
    hostWorkEndedOn: values.hostWork === 'ended' ? values.hostWorkEndedOn || null : null,
    promoterTutorId: values.promoterTutorId || null,
    conventionId: values.conventionId || null,
    allowanceCents: isNumber(allowanceCents) ? allowanceCents : null,
  };
}
