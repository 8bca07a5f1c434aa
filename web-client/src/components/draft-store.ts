import { useMemo } from 'react';
import { api, unwrap } from '../api/client';
import { useMe } from '../api/session';
import type { DraftStore } from './form';

export type DraftForm = 'diary' | 'plan' | 'assessment' | 'closing' | 'workProfile' | 'personEdit' | 'registration' | 'groupActivity' | 'referral';

/** Where a form keeps what is typed: by the case or person that it is about, or by one's own account while it is about nobody yet. */
export function useDraftStore(form: DraftForm, subject?: string, item?: string): DraftStore | undefined {
  const me = useMe().data?.id;
  const subjectId = subject ?? me;
  const itemId = item ?? subjectId;
  return useMemo(() => {
    if (!subjectId || !itemId) return undefined;
    const path = { form, subjectId, itemId };
    return {
      load: async () => (await unwrap(api.GET('/api/v1/form-drafts/{form}/{subjectId}/{itemId}', { params: { path } }))).content ?? null,
      save: (content) => unwrap(api.PUT('/api/v1/form-drafts/{form}/{subjectId}/{itemId}', { params: { path }, body: { content } })),
      // About nobody yet: it may have been about somebody else.
      ask: !subject,
      drop: () => unwrap(api.DELETE('/api/v1/form-drafts/{form}/{itemId}', { params: { path: { form, itemId } } })),
    };
  }, [form, subject, subjectId, itemId]);
}
