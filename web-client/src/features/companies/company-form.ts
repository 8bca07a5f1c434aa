import * as z from 'zod';
import { amount, choice, day, text } from '../../components/form';
import { sectors } from '../../components/sectors';
import type { Company, CompanyData } from './api/companies';
import { kinds } from './kinds';

export const legalForms = [
  'soleTrader',
  'generalPartnership',
  'limitedPartnership',
  'limitedCompany',
  'simplifiedLimitedCompany',
  'jointStockCompany',
  'cooperative',
  'consortium',
  'association',
  'foundation',
  'publicBody',
  'other',
] as const;
export const placements = ['covered', 'notCovered'] as const;

/** The form of a company: the same for a new one and for changing one. */
export const companySchema = z.object({
  name: text.required(),
  vatNumber: text.optional(40),
  taxCode: text.optional(40),
  kind: choice.required(kinds),
  sector: choice.required(sectors),
  address: text.optional(),
  cap: text.optional(5),
  municipality: text.optional(6),
  permanentStaff: amount.optional({ min: 0 }),
  phone: text.optional(40),
  email: text.optional(254),
  website: text.optional(),
  atecoSection: text.optional(1),
  atecoCode: text.optional(12),
  contactPerson: z.object({
    name: text.optional(120),
    role: text.optional(120),
    phone: text.optional(40),
    email: text.optional(254),
    preferredHours: text.optional(),
    doNotCall: z.boolean(),
  }),
  notes: text.optional(4000),
  tradeName: text.optional(),
  legalForm: choice.optional(legalForms),
  solidarityNetwork: z.boolean(),
  lookedAfterBy: text.optional(40),
  consentNotes: text.optional(2000),
  obligationStaff: amount.optional({ min: 0 }),
  targetedPlacement: choice.optional(placements),
  article14Convention: text.optional(120),
  article14Until: day.optional(),
});

export type CompanyInput = z.input<typeof companySchema>;

export function companyInput(company?: Company): CompanyInput {
  const person = company?.contactPerson;
  return {
    name: company?.name ?? '',
    vatNumber: company?.vatNumber ?? '',
    taxCode: company?.taxCode ?? '',
    kind: company?.kind ?? 'company',
    sector: (company?.sector ?? '') as CompanyInput['sector'],
    address: company?.address ?? '',
    cap: company?.cap ?? '',
    municipality: company?.municipality ?? '',
    permanentStaff: company?.permanentStaff ?? null,
    phone: company?.phone ?? '',
    email: company?.email ?? '',
    website: company?.website ?? '',
    atecoSection: company?.atecoSection ?? '',
    atecoCode: company?.atecoCode ?? '',
    contactPerson: {
      name: person?.name ?? '',
      role: person?.role ?? '',
      phone: person?.phone ?? '',
      email: person?.email ?? '',
      preferredHours: person?.preferredHours ?? '',
      doNotCall: person?.doNotCall ?? false,
    },
    notes: company?.notes ?? '',
    tradeName: company?.tradeName ?? '',
    legalForm: company?.legalForm ?? '',
    solidarityNetwork: company?.solidarityNetwork ?? false,
    lookedAfterBy: company?.lookedAfterBy ?? '',
    consentNotes: company?.consentNotes ?? '',
    obligationStaff: company?.obligationStaff ?? null,
    targetedPlacement: company?.targetedPlacement ?? '',
    article14Convention: company?.article14Convention ?? '',
    article14Until: company?.article14Until ?? '',
  };
}

export const companyBody = (values: z.output<typeof companySchema>): CompanyData => values;
