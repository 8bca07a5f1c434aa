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

/** Where a rule is mended: the papers here, at the field that it is about, the company's own record, or the proposal. */
export function wayToMend(rule: Pick<CheckedRule, 'code'> & { field?: string | null }, ids: { id: string; companyId: string; toSignAt?: string | null }, onDocuments: (field: string) => void): string | (() => void) {
  // The attestation is a paper, but without it the project is not even sent to be signed: the rule is one of the plan.
  const field = rule.field ?? fieldOfCode[rule.code] ?? (rule.code === 'internship.inclusion-repeated' ? 'attestedBy' : undefined);
  // Once the project is out to be signed, links and signatures have a part of the page of their own.
  if (field === 'signedByPersonOn' && ids.toSignAt) return goToSignatures;
  if (field && paperFields.includes(field)) return () => onDocuments(field);
  if (ofTheCompany.includes(rule.code)) return `/companies/${ids.companyId}`;
  return `/internships/${ids.id}/edit`;
}

/** Where the signatures are collected, on the same page. */
export function goToSignatures() {
  const place = document.getElementById('signatures');
  place?.scrollIntoView({ block: 'start' });
  place?.querySelector<HTMLElement>('li button')?.focus({ preventScroll: true });
}

/** Rules that look at a paper which is collected later, not at the plan. */
export const paperRules = Object.keys(fieldOfCode);
