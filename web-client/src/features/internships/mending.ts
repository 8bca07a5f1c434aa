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

/** Where a rule is mended: the papers here, the company's own record, or the proposal. */
export function wayToMend(rule: Pick<CheckedRule, 'code'> & { field?: string | null }, ids: { id: string; companyId: string }, onDocuments: () => void): string | (() => void) {
  // The attestation is a paper, but without it the project is not even sent to be signed: the rule is one of the plan.
  const field = rule.field ?? fieldOfCode[rule.code] ?? (rule.code === 'internship.inclusion-repeated' ? 'attestedBy' : undefined);
  if (field && paperFields.includes(field)) return onDocuments;
  if (ofTheCompany.includes(rule.code)) return `/companies/${ids.companyId}`;
  return `/internships/${ids.id}/edit`;
}

/** Rules that look at a paper which is collected later, not at the plan. */
export const paperRules = Object.keys(fieldOfCode);
