import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { jobKeys } from './keys';

export type CvMaterial = ResponseBody<'getCvMaterial'>;
export type CvDraft = RequestBody<'saveCv'>;

export const useCvMaterial = (id: string) =>
  useQuery({ queryKey: jobKeys.material(id), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/job-search-paths/{id}/cv-material', { params: { path: { id } }, signal })) });

export const useCvs = (id: string) =>
  useQuery({ queryKey: jobKeys.cvs(id), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/job-search-paths/{id}/cvs', { params: { path: { id } }, signal })) });

export const saveCv = (id: string, body: CvDraft) => unwrap(api.POST('/api/v1/job-search-paths/{id}/cvs', { params: { path: { id } }, body }));

export const cvAddress = (pathId: string, cvId: string, format: 'pdf' | 'docx') => `/api/v1/job-search-paths/${pathId}/cvs/${cvId}/document?format=${format}`;
