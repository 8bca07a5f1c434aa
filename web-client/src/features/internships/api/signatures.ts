import { useMutation, useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type Signature = ResponseBody<'getInternship'>['signatures'][number];
export type Signer = Signature['signer'];
export type ProjectToSign = ResponseBody<'readProjectToSign'>;

const path = (id: string) => ({ params: { path: { id } } });

export const recordSignature = (id: string, version: number | string, body: RequestBody<'recordSignature'>) =>
  unwrap(api.POST('/api/v1/internships/{id}/signatures', { params: { path: { id }, header: ifMatch(version) }, body }));

export const requestSignature = (id: string, body: RequestBody<'requestSignature'>) => unwrap(api.POST('/api/v1/internships/{id}/signature-requests', { ...path(id), body }));

/** The paper that was signed by hand, for all who signed on it. */
export const uploadSignedProject = (id: string, version: number | string, signers: Signer[], signedOn: string, file: File) =>
  unwrap(
    api.POST('/api/v1/internships/{id}/signatures/paper', {
      params: { path: { id }, query: { signers: signers.join(','), signedOn }, header: ifMatch(version) },
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        return form;
      },
    }),
  );

export const signedPaperAddress = (id: string, signer: Signer) => `/api/v1/internships/${id}/signatures/${signer}/paper`;

/** The code travels in the body: addresses end in logs. */
export const useProjectToSign = (code: string) =>
  useQuery({ queryKey: internshipKeys.toSign(code), queryFn: () => unwrap(api.POST('/api/v1/public/internship-signatures/project', { body: { code } })), retry: false, gcTime: 0 });

/** The very version that is signed, as it is printed. */
export async function savePaperToSign(code: string, name: string) {
  const file = (await unwrap(api.POST('/api/v1/public/internship-signatures/paper', { body: { code }, parseAs: 'blob' }))) as unknown as Blob;
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export const useSignProject = () => useMutation({ mutationFn: (body: RequestBody<'signProject'>) => unwrap(api.POST('/api/v1/public/internship-signatures', { body })) });
