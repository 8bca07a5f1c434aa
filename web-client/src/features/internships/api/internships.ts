import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type Internship = ResponseBody<'getInternship'>;
export type InternshipItem = ListItem<'searchInternships'>;
export type Proposal = RequestBody<'proposeInternship'>;
export type Documents = RequestBody<'recordInternshipDocuments'>;
export type RuleCheck = ResponseBody<'checkInternshipRules'>;
export type CheckedRule = RuleCheck['rules'][number];

const path = (id: string) => ({ params: { path: { id } } });

/** The searched text is in a body: it may be a person's name. */
export const searchInternships = (body: RequestBody<'searchInternships'>, signal: AbortSignal) => unwrap(api.POST('/api/v1/internships/search', { body, signal }));

export const readInternship = (id: string) => unwrap(api.GET('/api/v1/internships/{id}', path(id)));

export const useInternship = (id: string, enabled = true) => useQuery({ queryKey: internshipKeys.one(id), queryFn: () => readInternship(id), enabled });

export type EarlierInternship = ListItem<'listInternships'>;

/** The latest of a person's case or of a company, the last first. */
export const useEarlierOf = (whose: { caseId?: string; companyId?: string }) =>
  useQuery({
    queryKey: internshipKeys.list({ earlier: whose }),
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/internships', { params: { query: { ...whose, sort: 'startsOnDescending', limit: 8 } }, signal }))).items,
    enabled: !!(whose.caseId ?? whose.companyId),
  });

export const useRuleCheck = (id: string, version: number, enabled: boolean) =>
  useQuery({ queryKey: internshipKeys.rules(id, version), queryFn: ({ signal }) => unwrap(api.POST('/api/v1/internships/{id}/rule-check', { ...path(id), signal })), enabled });

/** The rules as they would say of what is being written; asked only when enough is there. */
export const useRulePreview = (plan: Proposal | null) =>
  useQuery({
    queryKey: internshipKeys.preview(plan ?? {}),
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/internships/rule-check', { body: plan!, signal })),
    enabled: plan !== null,
    retry: false,
    gcTime: 0,
    placeholderData: (before) => (plan === null ? undefined : before),
  });

export const proposeInternship = (body: Proposal) => unwrap(api.POST('/api/v1/internships', { body }));

export const changeProposal = (id: string, version: number | string, body: Proposal) => unwrap(api.PUT('/api/v1/internships/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const recordDocuments = (id: string, version: number | string, body: Documents) => unwrap(api.PUT('/api/v1/internships/{id}/documents', { params: { path: { id }, header: ifMatch(version) }, body }));

export const activateInternship = (id: string) => unwrap(api.POST('/api/v1/internships/{id}/activation', path(id)));

export const endInternship = (id: string, body: RequestBody<'endInternship'>) => unwrap(api.POST('/api/v1/internships/{id}/termination', { ...path(id), body }));

export const correctInternshipEnd = (id: string, version: Version, body: RequestBody<'correctInternshipEnd'>) =>
  unwrap(api.PUT('/api/v1/internships/{id}/termination', { params: { path: { id }, header: ifMatch(version) }, body }));

export const cancelInternship = (id: string, body: RequestBody<'cancelInternship'>) => unwrap(api.POST('/api/v1/internships/{id}/cancellation', { ...path(id), body }));

export type ExtensionToCheck = RequestBody<'checkExtension'>;

/** Of a proposal; with an extension, of the later end that it would have. */
export const setRuleAside = (id: string, rule: string, reason: string, extension: ExtensionToCheck | null = null) =>
  unwrap(api.POST('/api/v1/internships/{id}/rule-overrides', { ...path(id), body: { rule, reason, extension } }));

export const letRuleHold = (id: string, code: string) => unwrap(api.DELETE('/api/v1/internships/{id}/rule-overrides/{code}', { params: { path: { id, code } } }));

type Version = number | string;

export const sendToSign = (id: string, version: Version) => unwrap(api.POST('/api/v1/internships/{id}/signing', { params: { path: { id }, header: ifMatch(version) } }));

export const takeBackFromSigning = (id: string, version: Version, body: RequestBody<'takeInternshipBackFromSigning'>) =>
  unwrap(api.POST('/api/v1/internships/{id}/signing-withdrawal', { params: { path: { id }, header: ifMatch(version) }, body }));

export const suspendInternship = (id: string, version: Version, body: RequestBody<'suspendInternship'>) =>
  unwrap(api.POST('/api/v1/internships/{id}/suspensions', { params: { path: { id }, header: ifMatch(version) }, body }));

/** Which rules would say no to a later end; asked only when the day is there. */
export const useExtensionCheck = (id: string, extension: ExtensionToCheck | null) =>
  useQuery({
    queryKey: internshipKeys.extension(id, extension ?? {}),
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/internships/{id}/extension-check', { ...path(id), body: extension!, signal })),
    enabled: extension !== null,
    retry: false,
    gcTime: 0,
  });

export type Suspension = RequestBody<'suspendInternship'>;

/** When it would end, and which rules would say no; asked only when the days are there. */
export const useSuspensionPreview = (id: string, suspension: Suspension | null) =>
  useQuery({
    queryKey: internshipKeys.suspension(id, suspension ?? {}),
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/internships/{id}/suspension-preview', { ...path(id), body: suspension!, signal })),
    enabled: suspension !== null,
    retry: false,
    gcTime: 0,
  });

export const resumeInternship = (id: string, suspensionId: string, version: Version, toOn: string) =>
  unwrap(api.POST('/api/v1/internships/{id}/suspensions/{suspensionId}/resumption', { params: { path: { id, suspensionId }, header: ifMatch(version) }, body: { toOn } }));

export const withdrawSuspension = (id: string, suspensionId: string, version: Version) =>
  unwrap(api.DELETE('/api/v1/internships/{id}/suspensions/{suspensionId}', { params: { path: { id, suspensionId }, header: ifMatch(version) } }));

export const extendInternship = (id: string, version: Version, body: RequestBody<'extendInternship'>) =>
  unwrap(api.POST('/api/v1/internships/{id}/extensions', { params: { path: { id }, header: ifMatch(version) }, body }));

export const recordExtensionCommunication = (id: string, extensionId: string, body: RequestBody<'recordExtensionCommunication'>) =>
  unwrap(api.PUT('/api/v1/internships/{id}/extensions/{extensionId}/communication', { params: { path: { id, extensionId } }, body }));

export const recordCessationCommunication = (id: string, version: Version, body: RequestBody<'recordCessationCommunication'>) =>
  unwrap(api.PUT('/api/v1/internships/{id}/cessation-communication', { params: { path: { id }, header: ifMatch(version) }, body }));

export const amendInternship = (id: string, version: Version, body: RequestBody<'amendInternship'>) =>
  unwrap(api.POST('/api/v1/internships/{id}/amendments', { params: { path: { id }, header: ifMatch(version) }, body }));

export const withdrawAmendment = (id: string, amendmentId: string, version: Version) =>
  unwrap(api.DELETE('/api/v1/internships/{id}/amendments/{amendmentId}', { params: { path: { id, amendmentId }, header: ifMatch(version) } }));

export const withdrawExtension = (id: string, extensionId: string, version: Version) =>
  unwrap(api.DELETE('/api/v1/internships/{id}/extensions/{extensionId}', { params: { path: { id, extensionId }, header: ifMatch(version) } }));

/** What is communicated: the start, an extension or an end before its day. */
export type CommunicationQuery = { of?: CommunicationSheet['of']; extensionId?: string };

const sheetPath = (id: string, query: CommunicationQuery) => ({ params: { path: { id }, query } });

export const useCommunicationSheet = (id: string, query: CommunicationQuery) =>
  useQuery({ queryKey: internshipKeys.sheet(id, query), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internships/{id}/communication-sheet', { ...sheetPath(id, query), signal })) });

/** Tax code and address in clear: logged, and kept in no cache. */
export const openCommunicationSheet = (id: string, query: CommunicationQuery) => unwrap(api.POST('/api/v1/internships/{id}/communication-sheet/disclosures', sheetPath(id, query)));

export type CommunicationSheet = ResponseBody<'showCommunicationSheet'>;

/** After a change: lists, record and home page are read again. */
export function useRefresh() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: internshipKeys.all });
    void queries.invalidateQueries({ queryKey: todayKey });
    void queries.invalidateQueries({ queryKey: ['cases'] });
  };
}
