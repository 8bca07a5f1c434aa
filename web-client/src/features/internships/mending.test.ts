import { expect, test, vi } from 'vitest';
import { goToSignatures, wayToComplete, wayToMend } from './mending';

const ids = { id: 'one', companyId: 'host' };

test('a paper is mended at its own field', () => {
  const open = vi.fn();
  (wayToMend({ code: 'internship.communication' }, ids, open) as () => void)();
  (wayToMend({ code: 'internship.convention', field: 'conventionId' }, ids, open) as () => void)();
  expect(open.mock.calls).toEqual([['communicationSentOn'], ['conventionId']]);
});

test('signatures are collected where the links are, once the project is out to be signed', () => {
  const open = vi.fn();
  expect(wayToMend({ code: 'internship.project-signed' }, { ...ids, toSignAt: '2026-11-30T10:00:00Z' }, open)).toBe(goToSignatures);
  (wayToMend({ code: 'internship.project-signed' }, { ...ids, toSignAt: null }, open) as () => void)();
  expect(open).toHaveBeenCalledExactlyOnceWith('signedByPersonOn');
});

test('what is of the company or of the plan leads there', () => {
  expect(wayToMend({ code: 'internship.host-quota' }, ids, vi.fn())).toBe('/companies/host');
  expect(wayToMend({ code: 'internship.safety-training', field: 'safetyGeneralHours' }, ids, vi.fn())).toBe('/internships/one/edit?field=safetyGeneralHours');
  expect(wayToMend({ code: 'internship.scheme-daily-hours' }, ids, vi.fn())).toBe('/internships/one/edit');
});

test('a proposal is completed at the fields that are missing, not at those of the company', () => {
  const quota = { code: 'internship.host-quota', field: 'companyId' };
  expect(wayToComplete([quota, { code: 'internship.case-manager', field: 'caseManager' }, { code: 'internship.safety-training', field: 'safetyBy' }], 'one')).toBe('/internships/one/edit?field=caseManager&field=safetyBy');
  expect(wayToComplete([quota], 'one')).toBe('/internships/one/edit');
});

test('an attestation that is all that is missing is written among the papers', () => {
  const attestation = { code: 'internship.inclusion-repeated', field: 'attestedBy' };
  expect(wayToComplete([attestation], 'one')).toEqual({ paper: 'attestedBy' });
  expect(wayToComplete([attestation, { code: 'internship.safety-training', field: 'safetyBy' }], 'one')).toBe('/internships/one/edit?field=safetyBy');
});
