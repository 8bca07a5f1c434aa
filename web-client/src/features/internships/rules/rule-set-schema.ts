import * as z from 'zod';
import { amount, choice, day, text } from '../../../components/form';
import type { RuleSet, WrittenRuleSet } from '../api/rule-sets';
import { kinds } from '../words';

export const figures = ['act', 'validFrom', 'maxMonths', 'minMonths', 'maxWeeklyHours', 'outsideQuota', 'hostTutorMax', 'promoterTutorMax', 'suspensions', 'allowances', 'fullPresencePercent', 'workRelationMonths', 'caseManagerRequired'] as const;
export const bases = ['weeklyHours', 'dailyHours', 'monthlyHours', 'durationMonths'] as const;

const months = { min: 1, max: 120 };
const interns = { min: 1, max: 200 };
const cents = { min: 0, max: 1_000_000 };

export const ruleSetSchema = z
  .object({
    region: text.required(60),
    kind: choice.required(kinds),
    validFrom: day.required(),
    act: text.required(300),
    maxMonths: amount.required(months),
    maxMonthsDisadvantaged: amount.optional(months),
    maxMonthsDisability: amount.optional(months),
    attestationExtends: z.boolean(),
    maxMonthsAttested: amount.optional(months),
    minMonths: amount.optional(months),
    minMonthsSeasonal: amount.optional(months),
    maxWeeklyHours: amount.required({ min: 1, max: 60 }),
    outsideQuota: z.boolean(),
    disabilityOutsideQuota: z.boolean(),
    disadvantagedOutsideQuota: z.boolean(),
    quotaSmall: amount.required({ min: 0, max: 200 }),
    quotaMedium: amount.required({ min: 0, max: 200 }),
    quotaPercent: amount.required({ min: 0, max: 100 }),
    hostTutorMax: amount.optional(interns),
    promoterTutorMax: amount.optional(interns),
    suspensionIllnessDays: amount.optional({ min: 1, max: 366 }),
    suspensionClosureDays: amount.optional({ min: 1, max: 366 }),
    workRelationMonths: amount.optional(months),
    caseManagerRequired: z.boolean(),
    maxAllowanceCents: amount.optional(cents),
    usualAllowanceCents: amount.optional(cents),
    fullPresencePercent: amount.optional({ min: 1, max: 100 }),
    basis: choice.required(bases),
    steps: z.array(z.object({ reachedAt: amount.required({ min: 0, max: 400 }), cents: amount.required(cents), centsWithMeals: amount.optional(cents) })),
    note: text.optional(600),
    toVerify: z.array(z.string()),
  })
  .transform(({ basis, steps, ...set }): WrittenRuleSet => ({ ...set, maxMonthsAttested: set.attestationExtends ? set.maxMonthsAttested : null, allowances: steps.map((step) => ({ ...step, basis })) }));

export type RuleSetInput = z.input<typeof ruleSetSchema>;

export const emptyRuleSet: RuleSetInput = {
  region: '',
  kind: '',
  validFrom: '',
  act: '',
  maxMonths: 12,
  maxMonthsDisadvantaged: null,
  maxMonthsDisability: 24,
  attestationExtends: false,
  maxMonthsAttested: null,
  minMonths: 2,
  minMonthsSeasonal: 1,
  maxWeeklyHours: 40,
  outsideQuota: false,
  disabilityOutsideQuota: true,
  disadvantagedOutsideQuota: false,
  quotaSmall: 1,
  quotaMedium: 2,
  quotaPercent: 10,
  hostTutorMax: 3,
  promoterTutorMax: 20,
  suspensionIllnessDays: 30,
  suspensionClosureDays: 15,
  workRelationMonths: null,
  caseManagerRequired: false,
  maxAllowanceCents: null,
  usualAllowanceCents: null,
  fullPresencePercent: null,
  basis: 'weeklyHours',
  steps: [],
  note: '',
  toVerify: [],
};

export const valuesOf = (set: RuleSet): RuleSetInput => ({
  region: set.region,
  kind: set.kind,
  validFrom: set.validFrom,
  act: set.act,
  maxMonths: set.maxMonths,
  maxMonthsDisadvantaged: set.maxMonthsDisadvantaged,
  maxMonthsDisability: set.maxMonthsDisability,
  attestationExtends: set.attestationExtends,
  maxMonthsAttested: set.maxMonthsAttested,
  minMonths: set.minMonths,
  minMonthsSeasonal: set.minMonthsSeasonal,
  maxWeeklyHours: set.maxWeeklyHours,
  outsideQuota: set.outsideQuota,
  disabilityOutsideQuota: set.disabilityOutsideQuota,
  disadvantagedOutsideQuota: set.disadvantagedOutsideQuota,
  quotaSmall: set.quotaSmall,
  quotaMedium: set.quotaMedium,
  quotaPercent: set.quotaPercent,
  hostTutorMax: set.hostTutorMax,
  promoterTutorMax: set.promoterTutorMax,
  suspensionIllnessDays: set.suspensionIllnessDays ?? null,
  suspensionClosureDays: set.suspensionClosureDays ?? null,
  workRelationMonths: set.workRelationMonths ?? null,
  caseManagerRequired: set.caseManagerRequired ?? false,
  maxAllowanceCents: set.maxAllowanceCents,
  usualAllowanceCents: set.usualAllowanceCents,
  fullPresencePercent: set.fullPresencePercent,
  basis: set.allowances?.[0]?.basis ?? 'weeklyHours',
  steps: (set.allowances ?? []).map(({ reachedAt, cents, centsWithMeals }) => ({ reachedAt, cents, centsWithMeals })),
  note: set.note ?? '',
  toVerify: [...(set.toVerify ?? [])],
});
