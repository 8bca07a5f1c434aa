import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { programmeKeys } from './keys';

export type Participation = ResponseBody<'listParticipations'>[number];
export type Entry = ResponseBody<'getEntry'>;
export type Situation = NonNullable<RequestBody<'recordLeaving'>['situation']>;

export const employments = ['unemployed', 'inactive', 'employed'] as const satisfies readonly NonNullable<RequestBody<'enrolParticipant'>['employment']>[];
export const answers = ['yes', 'no', 'notSaid'] as const satisfies readonly NonNullable<RequestBody<'enrolParticipant'>['rural']>[];
export const situations = ['employed', 'selfEmployed', 'training', 'jobSearching', 'inactive', 'inCare'] as const satisfies readonly Situation[];

export const useParticipations = (programmeId: string) =>
  useQuery({
    queryKey: programmeKeys.participations(programmeId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/participations', { params: { path: { programmeId } }, signal })),
  });

export const useEntry = (programmeId: string, candidateId: string) =>
  useQuery({
    queryKey: programmeKeys.entry(programmeId, candidateId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/candidates/{id}/entry', { params: { path: { programmeId, id: candidateId } }, signal })),
  });

export const enrol = (programmeId: string, candidateId: string, body: RequestBody<'enrolParticipant'>) =>
  unwrap(api.POST('/api/v1/programmes/{programmeId}/candidates/{id}/enrolment', { params: { path: { programmeId, id: candidateId } }, body }));

/** What the case knows of an exit on that day, so that it is not asked. */
export const useLeaving = (programmeId: string, id: string, leftOn: string) =>
  useQuery({
    queryKey: programmeKeys.leaving(programmeId, id, leftOn),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/participations/{id}/leaving', { params: { path: { programmeId, id }, query: { leftOn } }, signal })),
    enabled: leftOn !== '',
  });

export const recordLeaving = (programmeId: string, id: string, version: number | string, body: RequestBody<'recordLeaving'>) =>
  unwrap(api.POST('/api/v1/programmes/{programmeId}/participations/{id}/leaving', { params: { path: { programmeId, id }, header: ifMatch(version) }, body }));

export const recordSixMonths = (programmeId: string, id: string, version: number | string, body: RequestBody<'recordSixMonths'>) =>
  unwrap(api.POST('/api/v1/programmes/{programmeId}/participations/{id}/six-months', { params: { path: { programmeId, id }, header: ifMatch(version) }, body }));

export const useIndicators = (programmeId: string) =>
  useQuery({
    queryKey: programmeKeys.indicators(programmeId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/indicators', { params: { path: { programmeId } }, signal })),
  });

/** Asks for the file and hands it to the browser, which saves it; a refusal is an error like any other. */
export async function downloadIndicators(programmeId: string, name: string) {
  save((await unwrap(api.GET('/api/v1/programmes/{programmeId}/indicators/file', { params: { path: { programmeId } }, parseAs: 'blob' }))) as unknown as Blob, name);
}

export async function downloadParticipants(programmeId: string, name: string) {
  save((await unwrap(api.GET('/api/v1/programmes/{programmeId}/participations/file', { params: { path: { programmeId } }, parseAs: 'blob' }))) as unknown as Blob, name);
}

function save(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
