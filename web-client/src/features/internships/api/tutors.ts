import { useMutation, useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';
import type { WrittenDays } from './registers';

export type TutorReach = ResponseBody<'getRegisterLink'>;
export type TutorRegister = ResponseBody<'readTutorRegister'>;

const path = (id: string, month: string) => ({ params: { path: { id, month } } });

export const useRegisterLink = (id: string, month: string) =>
  useQuery({ queryKey: internshipKeys.registerLink(id, month), queryFn: () => unwrap(api.GET('/api/v1/internships/{id}/attendance/{month}/tutor-link', path(id, month))) });

export const requestRegister = (id: string, month: string, body: RequestBody<'requestRegister'>) => unwrap(api.POST('/api/v1/internships/{id}/attendance/{month}/tutor-link', { ...path(id, month), body }));

export const revokeRegisterLink = (id: string, month: string) => unwrap(api.DELETE('/api/v1/internships/{id}/attendance/{month}/tutor-link', path(id, month)));

export const forgetTutor = (id: string) => unwrap(api.DELETE('/api/v1/internships/{id}/tutor-contact', { params: { path: { id } } }));

/** The code travels in the body: addresses end in logs. */
export const readTutorRegister = (code: string) => unwrap(api.POST('/api/v1/public/tutor-registers/sheet', { body: { code } }));

export const useTutorRegister = (code: string) => useQuery({ queryKey: internshipKeys.tutorRegister(code), queryFn: () => readTutorRegister(code), retry: false, gcTime: 0 });

export const saveTutorRegister = (code: string, version: number | string, days: WrittenDays) =>
  unwrap(api.PUT('/api/v1/public/tutor-registers/sheet', { params: { header: ifMatch(version) }, body: { code, days } }));

export const useSignTutorRegister = () =>
  useMutation({
    mutationFn: ({ version, ...body }: RequestBody<'signTutorRegister'> & { version: number | string }) => unwrap(api.POST('/api/v1/public/tutor-registers/signature', { params: { header: ifMatch(version) }, body })),
  });

export type InternReach = ResponseBody<'getInternLink'>;

export const useInternLink = (id: string, month: string) =>
  useQuery({ queryKey: internshipKeys.internLink(id, month), queryFn: () => unwrap(api.GET('/api/v1/internships/{id}/attendance/{month}/intern-link', path(id, month))) });

export const requestInternSignature = (id: string, month: string, body: RequestBody<'requestInternSignature'>) => unwrap(api.POST('/api/v1/internships/{id}/attendance/{month}/intern-link', { ...path(id, month), body }));

export const revokeInternLink = (id: string, month: string) => unwrap(api.DELETE('/api/v1/internships/{id}/attendance/{month}/intern-link', path(id, month)));

export const forgetInternContact = (id: string) => unwrap(api.DELETE('/api/v1/internships/{id}/intern-contact', { params: { path: { id } } }));

export const useInternRegister = (code: string) =>
  useQuery({ queryKey: internshipKeys.internRegister(code), queryFn: () => unwrap(api.POST('/api/v1/public/intern-registers/sheet', { body: { code } })), retry: false, gcTime: 0 });

export const useSignInternRegister = () =>
  useMutation({
    mutationFn: ({ version, ...body }: RequestBody<'signInternRegister'> & { version: number | string }) => unwrap(api.POST('/api/v1/public/intern-registers/signature', { params: { header: ifMatch(version) }, body })),
  });
