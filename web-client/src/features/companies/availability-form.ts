import * as z from 'zod';
import { amount, choice, day, text } from '../../components/form';
import type { WeekSlot } from '../../components/WeekSlots';
import { today } from '../../lib/format';
import type { Availability, NewAvailability } from './api/availabilities';

export const contexts = ['protected', 'productive', 'job'] as const;
export const trends = ['peak', 'normal', 'drop'] as const;
export const efforts = ['low', 'medium', 'high'] as const;
export const tolerances = ['yes', 'some', 'no'] as const;
export const answers = ['yes', 'no'] as const;

export const availabilitySchema = z.object({
  places: amount.required({ min: 1, max: 100 }),
  context: choice.required(contexts),
  duties: text.required(400),
  skills: text.optional(400),
  weeklyHours: amount.optional({ min: 1, max: 48 }),
  slots: z.custom<WeekSlot[]>(),
  from: day.optional(),
  to: day.optional(),
  trend: choice.required(trends),
  drivingLicence: choice.optional(answers),
  shifts: choice.optional(answers),
  physicalEffort: choice.optional(efforts),
  interruptions: choice.optional(tolerances),
  constraintNote: text.optional(400),
  verifiedOn: day.optional(),
});

export type AvailabilityInput = z.input<typeof availabilitySchema>;
export type AvailabilityOutput = z.output<typeof availabilitySchema>;

export const emptyAvailability = (): AvailabilityInput => ({
  places: 1, context: 'productive', duties: '', skills: '', weeklyHours: null, slots: [], from: today(), to: '', trend: 'normal', drivingLicence: '', shifts: '', physicalEffort: '',
  interruptions: '', constraintNote: '', verifiedOn: today(),
});

const answerOf = (value: boolean | null | undefined) => (value === true ? ('yes' as const) : value === false ? ('no' as const) : ('' as const));

export const inputOf = (item: Availability): AvailabilityInput => ({
  places: item.places,
  context: item.context,
  duties: item.duties,
  skills: item.skills ?? '',
  weeklyHours: item.weeklyHours ?? null,
  slots: [...item.slots] as WeekSlot[],
  from: item.from,
  to: item.to ?? '',
  trend: item.trend,
  drivingLicence: answerOf(item.drivingLicence),
  shifts: answerOf(item.shifts),
  physicalEffort: item.physicalEffort ?? '',
  interruptions: item.interruptions ?? '',
  constraintNote: item.constraintNote ?? '',
  verifiedOn: today(),
});

export const bodyOf = ({ drivingLicence, shifts, ...rest }: AvailabilityOutput): NewAvailability => ({
  ...rest,
  drivingLicence: drivingLicence && drivingLicence === 'yes',
  shifts: shifts && shifts === 'yes',
});
