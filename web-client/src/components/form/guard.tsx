import { useEffect, useId } from 'react';
import { useBlocker } from 'react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ConfirmDialog';

// The router takes one blocker for the whole page, and a page may hold several forms: they are counted here.
const unsaved = new Set<string>();

/** Asks before the page is left while `dirty`. The returned function lifts the guard at once, before navigating away on success. */
export function useUnsavedGuard(dirty: boolean): () => void {
  const id = useId();
  useEffect(() => {
    if (!dirty) return;
    unsaved.add(id);
    return () => void unsaved.delete(id);
  }, [dirty, id]);
  return () => unsaved.delete(id);
}

/** Mounted once in the frame. */
export function UnsavedGuard() {
  const { t } = useTranslation('common');
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved.size > 0 && currentLocation.pathname !== nextLocation.pathname);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      question={{ title: t('unsaved.title'), text: t('unsaved.text'), action: t('unsaved.leave'), cancel: t('unsaved.stay'), danger: true }}
      onAnswer={(leave) => {
        if (!leave) return blocker.reset();
        unsaved.clear();
        blocker.proceed();
      }}
    />
  );
}
