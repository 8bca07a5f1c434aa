import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/parts';
import { Loaded } from '../../../components/states';
import type { TutorRegister } from '../api/tutors';

/** A month behind a personal link: read until it is signed; then thanks, or what to do when the link counts no more. */
export function LinkedRegister({ title, register, children }: { title: string; register: UseQueryResult<TutorRegister>; children: (record: TutorRegister, onSigned: () => void) => ReactNode }) {
  const { t } = useTranslation('internships');
  const [signed, setSigned] = useState(false);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <h1 tabIndex={-1} data-page-title>
        {title}
      </h1>
      {signed ? (
        <div role="status">
          <Notice tone="ok" title={t('tutorPage.doneTitle')}>
            {t('tutorPage.doneText')}
          </Notice>
        </div>
      ) : register.error ? (
        <Notice tone="warn" title={t('tutorPage.goneTitle')}>
          {t('tutorPage.goneText')}
        </Notice>
      ) : (
        <Loaded query={register} lines={10}>
          {(record) => children(record, () => setSigned(true))}
        </Loaded>
      )}
    </>
  );
}
