import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ListItem } from '../../../api/types';
import { upload } from '../../../api/upload';
import { companyKeys } from './keys';

export type CompanyDocument = ListItem<'listCompanyDocuments'>;

export function useDocuments(companyId: string) {
  return useQuery({ queryKey: companyKeys.documents(companyId), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/companies/{companyId}/documents', { params: { path: { companyId } }, signal })) });
}

export interface NewDocument {
  file: File;
  kind: string;
  title: string | null;
  validFrom: string | null;
  validUntil: string | null;
}

export function addDocument(companyId: string, document: NewDocument) {
  return unwrap(api.POST('/api/v1/companies/{companyId}/documents', { params: { path: { companyId } }, ...upload({ ...document }) }));
}

export function useRemoveDocument(companyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (documentId: string) => unwrap(api.DELETE('/api/v1/companies/{companyId}/documents/{documentId}', { params: { path: { companyId, documentId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.one(companyId) }),
  });
}

export const contentAddress = (companyId: string, documentId: string) => `/api/v1/companies/${companyId}/documents/${documentId}/content`;
