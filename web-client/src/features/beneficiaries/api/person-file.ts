import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { upload } from '../../../api/upload';
import { peopleKeys } from './keys';

type Version = number | string;
export type Curriculum = ResponseBody<'getCurriculum'>;
export type Experience = Curriculum['experiences'][number];
export type PersonDocument = ListItem<'listPersonDocuments'>;

export const housings = ['owned', 'rented', 'publicHousing', 'withRelatives', 'guestForNow', 'community', 'institutionWithoutHome', 'temporaryAccommodation', 'nightShelter', 'street', 'inadequate'] as const;
export const enrolments = ['notEnrolled', 'requested', 'enrolled'] as const;
export const benefitKinds = ['adi', 'sfl', 'naspi', 'disColl', 'civilInvalidity', 'ordinaryInvalidity', 'socialAllowance', 'familyAllowance', 'municipal', 'other'] as const;
export const holders = ['person', 'guardian', 'delegate'] as const;
export const languageLevels = ['motherTongue', 'c2', 'c1', 'b2', 'b1', 'a2', 'a1'] as const;
export const contractKinds = ['permanent', 'fixedTerm', 'seasonal', 'agency', 'apprenticeship', 'collaboration', 'selfEmployed', 'occasional', 'internship', 'civilService', 'informal'] as const;
export const documentKinds = ['identityDocument', 'residencePermit', 'healthCard', 'drivingLicence', 'qualification', 'curriculum', 'isee', 'bankProof', 'privacyConsent', 'other'] as const;

const at = (id: string, version: Version) => ({ params: { path: { id }, header: ifMatch(version) } });

export const saveHousehold = (id: string, version: Version, body: RequestBody<'saveHousehold'>) => unwrap(api.PUT('/api/v1/beneficiaries/{id}/household', { ...at(id, version), body }));
export const saveLabourServices = (id: string, version: Version, body: RequestBody<'saveLabourServices'>) => unwrap(api.PUT('/api/v1/beneficiaries/{id}/labour-services', { ...at(id, version), body }));
export const saveBenefits = (id: string, version: Version, body: RequestBody<'saveBenefits'>) => unwrap(api.PUT('/api/v1/beneficiaries/{id}/benefits', { ...at(id, version), body }));
export const saveBankAccount = (id: string, version: Version, body: RequestBody<'saveBankAccount'>) => unwrap(api.PUT('/api/v1/beneficiaries/{id}/bank-account', { ...at(id, version), body }));
export const saveCurriculum = (id: string, version: Version, body: RequestBody<'saveCurriculum'>) => unwrap(api.PUT('/api/v1/beneficiaries/{id}/curriculum', { ...at(id, version), body }));

export const readCurriculum = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/beneficiaries/{id}/curriculum', { params: { path: { id } }, signal }));

export function useCurriculum(id: string) {
  return useQuery({ queryKey: peopleKeys.curriculum(id), queryFn: ({ signal }) => readCurriculum(id, signal), staleTime: 60_000 });
}

export const saveExperience = (id: string, experienceId: string | undefined, version: Version, body: RequestBody<'addWorkExperience'>) =>
  experienceId
    ? unwrap(api.PUT('/api/v1/beneficiaries/{id}/work-experiences/{experienceId}', { params: { path: { id, experienceId }, header: ifMatch(version) }, body }))
    : unwrap(api.POST('/api/v1/beneficiaries/{id}/work-experiences', { params: { path: { id } }, body }));

export const removeExperience = (id: string, experienceId: string) =>
  unwrap(api.DELETE('/api/v1/beneficiaries/{id}/work-experiences/{experienceId}', { params: { path: { id, experienceId } } }));

/** Read only when asked for: it is logged. */
export function usePersonDocuments(id: string, enabled: boolean) {
  return useQuery({
    queryKey: peopleKeys.documents(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/beneficiaries/{id}/documents', { params: { path: { id } }, signal })),
    enabled,
    staleTime: 60_000,
  });
}

export interface NewPersonDocument {
  file: File;
  kind?: string;
  title?: string | null;
  validFrom?: string | null;
  validUntil?: string | null;
  attestationId?: string;
}

export const addPersonDocument = (id: string, document: NewPersonDocument) =>
  unwrap(api.POST('/api/v1/beneficiaries/{id}/documents', { params: { path: { id } }, ...upload({ ...document }) }));

export const removePersonDocument = (id: string, documentId: string) =>
  unwrap(api.DELETE('/api/v1/beneficiaries/{id}/documents/{documentId}', { params: { path: { id, documentId } } }));

export const personDocumentAddress = (id: string, documentId: string) => `/api/v1/beneficiaries/${id}/documents/${documentId}/content`;
