import { useMutation, useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type Evaluations = ResponseBody<'getEvaluations'>;
export type Evaluation = Evaluations['items'][number];
export type EvaluationStage = NonNullable<Evaluation['stage']>;
export type Evaluator = NonNullable<Evaluation['author']>;
export type EvaluationSheet = NonNullable<RequestBody<'evaluateInternship'>['sheet']>;
export type Hiring = ResponseBody<'getHiring'>;
export type Dossier = ResponseBody<'getDossier'>;

const path = (id: string) => ({ params: { path: { id } } });

export const readEvaluations = (id: string) => unwrap(api.GET('/api/v1/internships/{id}/evaluations', path(id)));

export const useEvaluations = (id: string) => useQuery({ queryKey: internshipKeys.evaluations(id), queryFn: () => readEvaluations(id) });

export const evaluateInternship = (id: string, stage: EvaluationStage, author: Evaluator, version: number | string, sheet: EvaluationSheet) =>
  unwrap(api.PUT('/api/v1/internships/{id}/evaluations/{stage}/{author}', { params: { path: { id, stage, author }, header: ifMatch(version) }, body: { sheet } }));

export const requestEvaluation = (id: string, stage: EvaluationStage, email: string) =>
  unwrap(api.POST('/api/v1/internships/{id}/evaluations/{stage}/tutor-link', { params: { path: { id, stage } }, body: { email } }));

export const readHiring = (id: string) => unwrap(api.GET('/api/v1/internships/{id}/hiring', path(id)));

export const useHiring = (id: string) => useQuery({ queryKey: internshipKeys.hiring(id), queryFn: () => readHiring(id) });

export const recordHiring = (id: string, version: number | string, body: RequestBody<'recordHiring'>) => unwrap(api.PUT('/api/v1/internships/{id}/hiring', { params: { path: { id }, header: ifMatch(version) }, body }));

export const useDossier = (id: string) => useQuery({ queryKey: internshipKeys.dossier(id), queryFn: () => unwrap(api.GET('/api/v1/internships/{id}/dossier', path(id))) });

export const dossierAddress = (id: string) => `/api/v1/internships/${id}/dossier/document`;

export const attestationAddress = (id: string) => `/api/v1/internships/${id}/attestation/document`;

/** The code travels in the body: addresses end in logs. */
export const useTutorEvaluation = (code: string) =>
  useQuery({ queryKey: internshipKeys.tutorQuestion(code), queryFn: () => unwrap(api.POST('/api/v1/public/tutor-evaluations/question', { body: { code } })), retry: false, gcTime: 0 });

export const useTutorHiring = (code: string) =>
  useQuery({ queryKey: internshipKeys.tutorQuestion(code), queryFn: () => unwrap(api.POST('/api/v1/public/tutor-hirings/question', { body: { code } })), retry: false, gcTime: 0 });

export const useEvaluateByLink = () => useMutation({ mutationFn: (body: RequestBody<'evaluateByLink'>) => unwrap(api.POST('/api/v1/public/tutor-evaluations', { body })) });

export const useAnswerHiring = () => useMutation({ mutationFn: (body: RequestBody<'answerHiringByLink'>) => unwrap(api.POST('/api/v1/public/tutor-hirings', { body })) });
