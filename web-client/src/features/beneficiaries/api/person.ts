import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { peopleKeys } from './keys';

export type Person = ResponseBody<'getBeneficiary'>;
export type PersonDetails = RequestBody<'registerBeneficiary'>;
export type SensitiveGroup = RequestBody<'discloseBeneficiaryFields'>['group'];
export type DisclosurePurpose = RequestBody<'discloseBeneficiaryFields'>['purpose'];
export type Disclosed = ResponseBody<'discloseBeneficiaryFields'>;

export const readPerson = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/beneficiaries/{id}', { params: { path: { id } }, signal }));

/** Each reading is logged, so the record is read again only when something changed. */
export function usePerson(id: string) {
  return useQuery({ queryKey: peopleKeys.person(id), queryFn: ({ signal }) => readPerson(id, signal), staleTime: 60_000 });
}

export const registerPerson = (body: PersonDetails) => unwrap(api.POST('/api/v1/beneficiaries', { body }));

export const changePerson = (id: string, version: number | string, body: PersonDetails) =>
  unwrap(api.PUT('/api/v1/beneficiaries/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

/** Opens masked fields; the answer is handed to the caller and kept nowhere. */
export const disclose = (id: string, group: SensitiveGroup, purpose: DisclosurePurpose) =>
  unwrap(api.POST('/api/v1/beneficiaries/{id}/disclosures', { params: { path: { id } }, body: { group, purpose } }));

export function useEmergencyAccess() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => unwrap(api.POST('/api/v1/beneficiaries/{id}/emergency-access', { params: { path: { id } }, body: { reason } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: peopleKeys.all }),
  });
}

export const readTaxCode = (taxCode: string, signal?: AbortSignal) => unwrap(api.POST('/api/v1/beneficiaries/tax-code-reading', { body: { taxCode }, signal }));

export interface Identity {
  taxCode: string;
  surname: string;
  name: string;
  birthDate: string;
}

/** Asked when there is enough to recognise somebody by. Forgotten with the form. */
export function useDuplicates(identity: Identity) {
  const named = identity.surname.trim() !== '' && identity.name.trim() !== '' && /^(19|20)\d\d-\d\d-\d\d$/.test(identity.birthDate);
  const coded = identity.taxCode.replace(/\s/g, '').length === 16;
  return useQuery({
    queryKey: ['beneficiaries', 'duplicates', coded ? identity.taxCode : '', named ? identity : null],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/v1/beneficiaries/duplicate-check', {
          body: {
            taxCode: coded ? identity.taxCode : null,
            healthCode: null,
            surname: named ? identity.surname : null,
            name: named ? identity.name : null,
            birthDate: named ? identity.birthDate : null,
          },
          signal,
        }),
      ),
    enabled: named || coded,
    gcTime: 0,
    retry: false,
  });
}

/** What a change sends of the fields that it leaves as they are; sensitive groups that are not given stay. */
export function detailsOf(person: Person): PersonDetails {
  return {
    surname: person.surname,
    name: person.name,
    preferredName: person.preferredName,
    sex: person.sex,
    gender: person.gender,
    birthDate: person.birthDate,
    birthplace: person.birthplace,
    citizenship: person.citizenship,
    identifiers: null,
    contacts: null,
    addresses: null,
    education: person.education,
    unemployedSince: person.unemployedSince,
    minorChildren: person.minorChildren,
    singleParent: person.singleParent,
    mobility: person.mobility,
    wishedSectors: person.wishedSectors,
  };
}
