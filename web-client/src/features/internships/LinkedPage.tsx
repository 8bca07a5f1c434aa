import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/problem';
import { Notice } from '../../components/parts';
import { PublicPage } from '../../components/PublicPage';
import { Loaded } from '../../components/states';

/** What is said when a link counts no more, and thanks. */
interface Said {
  goneTitle: string;
  goneText: string;
  doneTitle: string;
  doneText: string;
}

/** What is behind a personal link, for somebody without an account, on a phone: read until it is done; then thanks, or what to do when the link counts no more. */
export function LinkedPage<T>({ title, said, query, children }: { title: string; said: Said; query: UseQueryResult<T>; children: (data: T, onDone: () => void) => ReactNode }) {
  const [done, setDone] = useState(false);
  return (
    <PublicPage title={title}>
      {done ? (
        <div role="status">
          <Notice tone="ok" title={said.doneTitle}>
            {said.doneText}
          </Notice>
        </div>
      ) : isApiError(query.error, 404) ? (
        <Notice tone="warn" title={said.goneTitle}>
          {said.goneText}
        </Notice>
      ) : (
        <Loaded query={query} lines={8}>
          {(data) => children(data, () => setDone(true))}
        </Loaded>
      )}
    </PublicPage>
  );
}

/** The words of the tutor's and the intern's month. */
export function useRegisterWords(): Said {
  const { t } = useTranslation('internships');
  return { goneTitle: t('tutorPage.goneTitle'), goneText: t('tutorPage.goneText'), doneTitle: t('tutorPage.doneTitle'), doneText: t('tutorPage.doneText') };
}
