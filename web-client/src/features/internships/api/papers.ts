import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type PaperList = ResponseBody<'listInternshipPapers'>;
export type Paper = PaperList['items'][number];
export type PaperKind = Paper['kind'];
export type PaperTemplate = ResponseBody<'listPaperTemplates'>['items'][number];

/** Papers are of an internship or of a convention. */
export type PaperOwner = { internshipId: string } | { conventionId: string };

export const usePapers = (owner: PaperOwner) =>
  useQuery({ queryKey: internshipKeys.papers(owner), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internship-papers', { params: { query: owner }, signal })) });

export const makePaper = (body: RequestBody<'makeInternshipPaper'>) => unwrap(api.POST('/api/v1/internship-papers', { body }));

export const paperAddress = (id: string, form: 'docx' | 'pdf' | 'signed') => `/api/v1/internship-papers/${id}/${form}`;

export const keepSignedPaper = (id: string, signedOn: string, file: File) =>
  unwrap(
    api.POST('/api/v1/internship-papers/{id}/signed', {
      params: { path: { id } },
      body: { file, signedOn } as never,
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        form.append('signedOn', signedOn);
        return form;
      },
    }),
  );

export const usePaperTemplates = () => useQuery({ queryKey: internshipKeys.templates, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/paper-templates', { signal })) });

export const uploadTemplate = (kind: PaperKind, file: File) =>
  unwrap(
    api.POST('/api/v1/paper-templates/{kind}', {
      params: { path: { kind } },
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        return form;
      },
    }),
  );

export const retireTemplate = (kind: PaperKind) => unwrap(api.DELETE('/api/v1/paper-templates/{kind}', { params: { path: { kind } } }));

export const templateAddress = (kind: PaperKind) => `/api/v1/paper-templates/${kind}/file`;

export function useRefreshPapers() {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: ['internships', 'papers'] }), queries.invalidateQueries({ queryKey: internshipKeys.templates })]);
}
