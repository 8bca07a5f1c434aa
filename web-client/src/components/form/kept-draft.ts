import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** Where what is typed is kept while it is not saved: on the server, sealed, for its author alone. */
export interface DraftStore {
  load: () => Promise<string | null>;
  save: (content: string) => Promise<unknown>;
  drop: () => Promise<unknown>;
  /** It belongs to no record: what was left may be about somebody else, and is put back only when asked for. */
  ask?: boolean;
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
  const [offered, setOffered] = useState<Kept>();
  const waiting = useRef(false);
  waiting.current = !!offered;
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

  const putBack = useCallback(
    (kept: Kept) => {
      form.reset({ ...form.getValues(), ...kept.values }, { keepDefaultValues: true });
      if (kept.version !== undefined) version.current = kept.version;
      setOffered(undefined);
      setResumed(true);
    },
    [form, version],
  );

  useEffect(() => {
    if (!has) return;
    let gone = false;
    latest
      .current!.load()
      .then((content) => {
        if (gone || !content || form.formState.isDirty) return;
        const kept = JSON.parse(content) as Kept;
        if (latest.current?.ask) setOffered(kept);
        else putBack(kept);
      })
      .catch(() => undefined);
    const subscription = form.watch((_, { type }) => {
      // Until it is said what becomes of what was left, nothing takes its place.
      if (waiting.current) return;
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
  }, [has, form, send, putBack]);

  const drop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setResumed(false);
    setOffered(undefined);
    running.current = running.current.then(() => latest.current?.drop()).catch(() => undefined);
  }, []);

  // What was offered and not answered is somebody else's work: saving this form does not take it away.
  const settle = useCallback(() => {
    if (!waiting.current) drop();
  }, [drop]);

  return { resumed, drop, settle, resume: offered && (() => putBack(offered)) };
}
