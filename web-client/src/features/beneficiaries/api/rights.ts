import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { peopleKeys } from './keys';

export type PersonRights = ResponseBody<'getPersonRights'>;
export type Consent = PersonRights['consents'][number];
export type PersonMark = PersonRights['marks'][number];
export type RetainedPerson = ListItem<'listRetention'>;

export const consentPurposes = ['notice', 'specialCategories', 'sharingWithBodies', 'sharingWithCompanies', 'applicationsOnBehalf', 'pictures', 'appointmentReminders'] as const;
export const consentProofs = ['document', 'paperArchive', 'signedOnScreen', 'oral'] as const;
export const markKinds = ['objection', 'restriction', 'hold'] as const;
export const objectionScopes = ['statistics', 'directContacts', 'companyMatching', 'partnerBodies', 'everything', 'other'] as const;

export function useRights(personId: string, enabled: boolean) {
  return useQuery({
    queryKey: peopleKeys.rights(personId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/rights', { params: { path: { id: personId } }, signal })),
    enabled,
    staleTime: 60_000,
  });
}

export const copyHref = (personId: string) => `/api/v1/beneficiaries/${personId}/copy`;

export const caseCopyHref = (caseId: string) => `/api/v1/cases/${caseId}/copy`;

export const giveConsent = (personId: string, body: RequestBody<'giveConsent'>) => unwrap(api.POST('/api/v1/beneficiaries/{id}/consents', { params: { path: { id: personId } }, body }));

export const withdrawConsent = (personId: string, consentId: string, body: RequestBody<'withdrawConsent'>) =>
  unwrap(api.POST('/api/v1/beneficiaries/{id}/consents/{consentId}/withdrawal', { params: { path: { id: personId, consentId } }, body }));

export const setMark = (personId: string, body: RequestBody<'setPersonMark'>) => unwrap(api.POST('/api/v1/beneficiaries/{id}/marks', { params: { path: { id: personId } }, body }));

export const endMark = (personId: string, markId: string) => unwrap(api.DELETE('/api/v1/beneficiaries/{id}/marks/{markId}', { params: { path: { id: personId, markId } } }));

export const anonymise = (personId: string, body: RequestBody<'anonymiseBeneficiary'>) => unwrap(api.POST('/api/v1/beneficiaries/{id}/anonymisation', { params: { path: { id: personId } }, body }));

export const listRetention = (query: QueryOf<'listRetention'>, signal: AbortSignal) => unwrap(api.GET('/api/v1/retention', { params: { query }, signal }));
