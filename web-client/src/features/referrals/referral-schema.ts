import * as z from 'zod';
import { amount, choice, day, email, picked, text } from '../../components/form';
import { today } from '../../lib/format';
import { consentKinds, reasons, urgencies, type Referral, type ReferralDetails } from './api/referrals';

/** The form has the names of the API, so that whatever the server finds ends at its field. */
export const referralSchema = z.object({
  referringBodyId: picked.required(),
  senderReference: text.optional(80),
  receivedOn: day.required(),
  referrer: z.object({ name: text.required(160), role: text.optional(120), phone: text.optional(40), email: email.optional() }),
  person: z.object({
    surname: text.required(100),
    name: text.required(100),
    sex: choice.required(['female', 'male']),
    birthDate: day.required(),
    birthplace: picked.optional(),
    identifiers: z.object({ taxCode: text.optional(20), healthCode: text.optional(20), taxCodeConfirmed: z.boolean() }),
    contacts: z.object({ phone: text.optional(40), email: text.optional(254), safeContact: text.optional(500) }),
    unemployedSince: day.optional(),
    minorChildren: amount.optional({ min: 0, max: 20 }),
    singleParent: z.boolean(),
  }),
  noIncome: z.boolean(),
  reason: choice.required(reasons),
  reasonText: text.required(4000),
  urgency: choice.required(urgencies),
  consentOn: day.required(),
  consentKind: choice.required(consentKinds),
});

export type ReferralInput = z.input<typeof referralSchema>;
export type ReferralOutput = z.output<typeof referralSchema>;

export function inputOf(record?: Referral): ReferralInput {
  const referral = record?.referral;
  const person = referral?.person;
  return {
    referringBodyId: referral?.referringBodyId ? { id: referral.referringBodyId, label: record?.bodyName ?? '' } : null,
    senderReference: referral?.senderReference ?? '',
    receivedOn: referral?.receivedOn ?? today(),
    referrer: { name: referral?.referrer?.name ?? '', role: referral?.referrer?.role ?? '', phone: referral?.referrer?.phone ?? '', email: referral?.referrer?.email ?? '' },
    person: {
      surname: person?.surname ?? '',
      name: person?.name ?? '',
      sex: person?.sex ?? '',
      birthDate: person?.birthDate ?? '',
      birthplace: person?.birthplace ? { id: person.birthplace, label: record?.birthplaceName ?? person.birthplace } : null,
      identifiers: { taxCode: person?.identifiers?.taxCode ?? '', healthCode: person?.identifiers?.healthCode ?? '', taxCodeConfirmed: person?.identifiers?.taxCodeConfirmed ?? false },
      contacts: { phone: person?.contacts?.phone ?? '', email: person?.contacts?.email ?? '', safeContact: person?.contacts?.safeContact ?? '' },
      unemployedSince: person?.unemployedSince ?? '',
      minorChildren: person?.minorChildren == null ? null : Number(person.minorChildren),
      singleParent: person?.singleParent ?? false,
    },
    noIncome: referral?.noIncome ?? false,
    reason: referral?.reason ?? '',
    reasonText: referral?.reasonText ?? '',
    urgency: referral?.urgency ?? 'ordinary',
    consentOn: referral?.consentOn ?? '',
    consentKind: referral?.consentKind ?? '',
  };
}

/** What the form does not ask for stays as the body sent it. */
export function bodyOf(values: ReferralOutput, record?: Referral): ReferralDetails {
  const kept = record?.referral.person;
  return {
    ...values,
    person: {
      preferredName: null,
      gender: null,
      citizenship: null,
      addresses: null,
      education: null,
      mobility: null,
      wishedSectors: [],
      ...kept,
      ...values.person,
      // Whether a mailbox is safe is asked of the person, not of the body.
      contacts: { ...values.person.contacts, mailIsSafe: kept?.contacts?.mailIsSafe ?? false },
    },
  };
}
