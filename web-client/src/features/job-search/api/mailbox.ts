import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { jobKeys } from './keys';

export type PersonMailbox = ResponseBody<'getJobMailbox'>;
export type Credentials = ResponseBody<'discloseJobMailbox'>;

export const mailboxPurposes = ['readAnswers', 'sendApplication', 'usePortal', 'giveToPerson', 'mendAccess'] as const;

export const useMailbox = (id: string) =>
  useQuery({ queryKey: jobKeys.mailbox(id), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/job-search-paths/{id}/mailbox', { params: { path: { id } }, signal })) });

export const saveMailbox = (id: string, version: number | string, body: RequestBody<'saveJobMailbox'>) =>
  unwrap(api.PUT('/api/v1/job-search-paths/{id}/mailbox', { params: { path: { id }, header: ifMatch(version) }, body }));

export const removeMailbox = (id: string, version: number | string) =>
  unwrap(api.DELETE('/api/v1/job-search-paths/{id}/mailbox', { params: { path: { id }, header: ifMatch(version) } }));

export const discloseMailbox = (id: string, purpose: (typeof mailboxPurposes)[number]) =>
  unwrap(api.POST('/api/v1/job-search-paths/{id}/mailbox/disclosures', { params: { path: { id } }, body: { purpose } }));
