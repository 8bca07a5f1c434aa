import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** Where what is typed is kept while it is not saved: on the server, sealed, for its author alone. */
export interface DraftStore {
  load: () => Promise<string | null>;
  save: (content: string) => Promise<unknown>;
  drop: () => Promise<unknown>;
}

interface Kept {
  values: FieldValues;
  /** Of the record that was being changed: if it is another one by now, saving shows both. */
  version?: number | string;
}

/** A moment after the last key. */
const pause = 1500;

/** Keeps what is typed as one types, gives it back when one returns, and forgets it once it was saved. Keeping never gets in the way: what fails is tried again with the next key. */
export function useKeptDraft(form: UseFormReturn<any, any, any>, store: DraftStore | undefined, version: { current: number | string | undefined }) {
  const [resumed, setResumed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(store);
  latest.current = store;
  const has = !!store;

  const send = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const content = JSON.stringify({ values: form.getValues(), version: version.current } satisfies Kept);
    running.current = running.current.then(() => latest.current?.save(content)).catch(() => undefined);
  }, [form, version]);

  useEffect(() => {
    if (!has) return;
    let gone = false;
    latest
      .current!.load()
      .then((content) => {
        if (gone || !content || form.formState.isDirty) return;
        const kept = JSON.parse(content) as Kept;
        form.reset({ ...form.getValues(), ...kept.values }, { keepDefaultValues: true });
        if (kept.version !== undefined) version.current = kept.version;
        setResumed(true);
      })
      .catch(() => undefined);
    const subscription = form.watch((_, { type }) => {
      // Only what somebody typed: fields that are filled when the form opens are no work to lose.
      if (type === undefined && timer.current === undefined && !form.formState.isDirty) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(send, pause);
    });
    const flush = () => {
      if (document.visibilityState === 'hidden' && timer.current !== undefined) send();
    };
    document.addEventListener('visibilitychange', flush);
    return () => {
      gone = true;
      subscription.unsubscribe();
      document.removeEventListener('visibilitychange', flush);
      if (timer.current !== undefined) send();
    };
  }, [has, form, send, version]);

  const drop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setResumed(false);
    running.current = running.current.then(() => latest.current?.drop()).catch(() => undefined);
  }, []);

  return { resumed, drop };
}
