import { api, unwrap } from '../../../api/client';
import { upload } from '../../../api/upload';

export const addAttachment = (referralId: string, file: File) => unwrap(api.POST('/api/v1/referrals/{id}/attachments', { params: { path: { id: referralId } }, ...upload({ file }) }));

export const removeAttachment = (referralId: string, attachmentId: string) =>
  unwrap(api.DELETE('/api/v1/referrals/{id}/attachments/{attachmentId}', { params: { path: { id: referralId, attachmentId } } }));

export const attachmentAddress = (referralId: string, attachmentId: string) => `/api/v1/referrals/${referralId}/attachments/${attachmentId}/content`;
