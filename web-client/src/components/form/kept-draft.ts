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
  /** Something of this form is kept, so far as is known here. */
  const kept = useRef(false);
  const latest = useRef(store);
  latest.current = store;
  const has = !!store;

  const send = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    kept.current = true;
    const content = JSON.stringify({ values: form.getValues(), version: version.current } satisfies Kept);
    running.current = running.current.then(() => latest.current?.save(content)).catch(() => undefined);
  }, [form, version]);

  const putBack = useCallback(
    (left: Kept) => {
      kept.current = true;
      form.reset({ ...form.getValues(), ...left.values }, { keepDefaultValues: true });
      if (left.version !== undefined) version.current = left.version;
      setOffered(undefined);
      setResumed(true);
    },
    [form, version],
  );

  const drop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    kept.current = false;
    setResumed(false);
    setOffered(undefined);
    running.current = running.current.then(() => latest.current?.drop()).catch(() => undefined);
  }, []);

  useEffect(() => {
    if (!has) return;
    let gone = false;
    latest
      .current!.load()
      .then((content) => {
        if (gone || !content || form.formState.isDirty) return;
        const left = JSON.parse(content) as Kept;
        if (latest.current?.ask) setOffered(left);
        else putBack(left);
      })
      .catch(() => undefined);
    // Asked when it comes to it: fields that are filled when the form opens, and what a saved form is set to, are no work to lose, and that a form is as it was saved is known a moment later.
    const keep = () => {
      if (timer.current === undefined) return;
      if (form.formState.isDirty) return send();
      clearTimeout(timer.current);
      timer.current = undefined;
      // All was taken back by hand: what is kept is not wanted either.
      if (kept.current) drop();
    };
    const subscription = form.watch(() => {
      // Until it is said what becomes of what was left, nothing takes its place.
      if (waiting.current) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, pause);
    });
    const flush = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    document.addEventListener('visibilitychange', flush);
    return () => {
      gone = true;
      subscription.unsubscribe();
      document.removeEventListener('visibilitychange', flush);
      keep();
    };
  }, [has, form, send, putBack, drop]);

  // What was offered and not answered is somebody else's work: saving this form does not take it away.
  const settle = useCallback(() => {
    if (!waiting.current) drop();
  }, [drop]);

  return { resumed, drop, settle, resume: offered && (() => putBack(offered)) };
}
