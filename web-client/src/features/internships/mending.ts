import type { CheckedRule } from './api/internships';

/** Which fields are on the page of the documents; the others are in the proposal. */
const paperFields = ['conventionId', 'signedByPersonOn', 'communicationSentOn', 'inailPosition', 'liabilityPolicy', 'hostDeclaredOn', 'attestedBy'];

/** Rules whose field is known by their code: a refused activation names codes only. */
const fieldOfCode: Record<string, string> = {
  'internship.convention': 'conventionId',
  'internship.project-signed': 'signedByPersonOn',
  'internship.communication': 'communicationSentOn',
  'internship.inail-cover': 'inailPosition',
  'internship.liability-cover': 'liabilityPolicy',
  'internship.host-declaration': 'hostDeclaredOn',
};

/** Rules that are mended on the company's own record. */
const ofTheCompany = ['internship.host-quota', 'internship.host-archived', 'internship.tax-codes'];

type Rule = Pick<CheckedRule, 'code'> & { field?: string | null };

// The attestation is a paper, but without it the project is not even sent to be signed: the rule is one of the plan.
const fieldOf = ({ field, code }: Rule) => field ?? fieldOfCode[code] ?? (code === 'internship.inclusion-repeated' ? 'attestedBy' : undefined);

const proposalAt = (id: string, fields: string[]) => `/internships/${id}/edit${fields.length > 0 ? `?${new URLSearchParams(fields.map((field) => ['field', field]))}` : ''}`;

/** Where a proposal is completed: the papers, where only they are missing, otherwise its form with the fields that these rules are about. Which of them comes first is known by the form. */
export function wayToComplete(rules: readonly Rule[], id: string): string | { paper: string } {
  const inPlan = rules.filter((rule) => !ofTheCompany.includes(rule.code));
  const fields = inPlan.map(fieldOf).filter((field) => field !== undefined);
  const ofThePlan = fields.filter((field) => !paperFields.includes(field));
  return fields.length > 0 && ofThePlan.length === 0 ? { paper: fields[0]! } : proposalAt(id, ofThePlan);
}

/** Where a rule is mended: the papers here, at the field that it is about, the company's own record, or the proposal. */
export function wayToMend(rule: Rule, ids: { id: string; companyId: string; toSignAt?: string | null }, onDocuments: (field: string) => void): string | (() => void) {
  const field = fieldOf(rule);
  // Once the project is out to be signed, links and signatures have a part of the page of their own.
  if (field === 'signedByPersonOn' && ids.toSignAt) return goToSignatures;
  if (field && paperFields.includes(field)) return () => onDocuments(field);
  if (ofTheCompany.includes(rule.code)) return `/companies/${ids.companyId}`;
  return proposalAt(ids.id, field ? [field] : []);
}

/** Where the signatures are collected, on the same page. */
export function goToSignatures() {
  const place = document.getElementById('signatures');
  place?.scrollIntoView({ block: 'start' });
  place?.querySelector<HTMLElement>('li button')?.focus({ preventScroll: true });
}

/** Rules that look at a paper which is collected later, not at the plan. */
export const paperRules = Object.keys(fieldOfCode);
