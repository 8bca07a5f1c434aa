import { useCallback, useEffect, useRef, useState } from 'react';
import { get, useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { zodResolver } from '@hookform/resolvers/zod';
import type * as z from 'zod';
import { ApiError, isApiError } from '../../api/problem';
import type { FieldRegistry } from './registry';
import { useUnsavedGuard } from './guard';
import { installMessages } from './schema';
import { useKeptDraft, type DraftStore } from './kept-draft';
import { merged, same } from './merge';

installMessages();

/** Thrown by `submit` to save nothing yet, because something is to be seen first; the page says what. All stays as it was typed, and guarded. */
export class HeldBack extends Error {}

/** What somebody else has saved since. */
interface Stale<Input> extends Versioned<Input> {
  /** Fields that they changed and nobody here touched: they are in the form already. */
  taken: string[];
}

export interface Versioned<Input> {
  values: Input;
  version: number | string;
}

interface Options<Input extends FieldValues, Output, Result> {
  schema: z.ZodType<Output, Input>;
  defaultValues: Input;
  /** Sends the form. `version` is the one to put in If-Match, where the record has one. */
  submit: (values: Output, version: number | string | undefined) => Promise<Result>;
  /** Where it is awaited, the form stays busy until it is done. */
  onDone?: (result: Result, values: Output) => void | Promise<void>;
  version?: number | string;
  /** Reads the record again after a 412, to show both versions. */
  reload?: () => Promise<Versioned<Input>>;
  /** Server names that differ from the form's: `{ companyId: 'company' }`. */
  serverNames?: Record<string, Path<Input>>;
  /** Keeps what is typed in this tab until it is saved. Never for personal data: session storage is not encrypted. */
  draftKey?: string;
  /** Keeps what is typed on the server until it is saved: for personal data. */
  keep?: DraftStore;
  /** False where leaving loses nothing, such as a sign-in. */
  guard?: boolean;
}

export interface ApiForm<Input extends FieldValues = FieldValues> {
  form: UseFormReturn<Input, unknown, unknown>;
  onSubmit: (event?: { preventDefault: () => void }) => Promise<void>;
  registry: FieldRegistry;
  /** What the server said that belongs to no field. */
  refusal: ApiError | unknown | null;
  /** Lines of the refusal that name fields which are not on the screen. */
  looseErrors: string[];
  failures: number;
  isSubmitting: boolean;
  /** Set after a 412: the record as it is now. */
  stale: Stale<Input> | null;
  keepMine: () => Promise<void>;
  takeTheirs: () => void;
  closeStale: () => void;
  /** What was being typed the last time was put back. */
  resumed: boolean;
  /** Puts back what was left half way; there is nothing to put back without it. */
  resume: (() => void) | undefined;
  /** Lets go of what could be put back, and leaves what is typed now. */
  forget: () => void;
  /** Throws that away. */
  startAgain: () => void;
}

/** A form whose errors, whoever finds them, end at their field or in the summary above. */
export function useApiForm<Input extends FieldValues, Output, Result = unknown>(options: Options<Input, Output, Result>): ApiForm<Input> {
  const { schema, defaultValues, draftKey, guard = true } = options;
  const latest = useRef(options);
  latest.current = options;
  const registry = useRef<FieldRegistry>(new Map()).current;
  const form = useForm<Input, unknown, Output>({
    resolver: zodResolver(schema as never) as never,
    defaultValues: defaultValues as DefaultValues<Input>,
    shouldFocusError: false,
  });
  const [refusal, setRefusal] = useState<unknown>(null);
  const [looseErrors, setLooseErrors] = useState<string[]>([]);
  const [failures, setFailures] = useState(0);
  const [stale, setStale] = useState<Stale<Input> | null>(null);
  const [isSubmitting, setSubmitting] = useState(false);
  const running = useRef(false);
  const version = useRef(options.version);
  useEffect(() => {
    version.current = options.version;
  }, [options.version]);

  const liftGuard = useUnsavedGuard(guard && form.formState.isDirty);
  useDraft(form, draftKey);
  const { resumed, drop, settle, resume } = useKeptDraft(form, options.keep, version);

  const land = useCallback(
    (error: ApiError) => {
      const loose: string[] = [];
      let landed = 0;
      for (const [serverName, messages] of Object.entries(error.problem.errors ?? {})) {
        const name = shownName(latest.current.serverNames?.[serverName] ?? fieldName(serverName), registry);
        const text = messages.map((message) => message.message).join(' ');
        if (registry.has(name)) {
          form.setError(name as Path<Input>, { type: 'server', message: text });
          landed++;
        } else loose.push(text);
      }
      setLooseErrors(loose);
      // A validation problem says nothing that its fields do not say better; every other refusal speaks for itself.
      const saysMore = loose.length > 0 || (error.problem.rules?.length ?? 0) > 0;
      setRefusal(landed > 0 && !saysMore ? null : error);
    },
    [form, registry],
  );

  const run = useCallback(
    async (values: Output, again: boolean): Promise<void> => {
      try {
        const result = await latest.current.submit(values, version.current);
        form.reset(form.getValues(), { keepValues: true });
        liftGuard();
        if (draftKey) sessionStorage.removeItem(draftKey);
        if (latest.current.keep) settle();
        await latest.current.onDone?.(result, values);
      } catch (error) {
        const { reload } = latest.current;
        if (isApiError(error, 412) && reload) {
          try {
            const theirs = await reload();
            const before = structuredClone(form.formState.defaultValues) as Input;
            if (!again && same(before, theirs.values)) {
              // What was saved in the meantime has nothing to do with this form.
              version.current = theirs.version;
              await run(values, true);
              return;
            }
            const mine = form.getValues();
            const taken = [...registry].filter(([name]) => same(get(mine, name), get(before, name)) && !same(get(before, name), get(theirs.values, name))).map(([, field]) => field.label);
            form.reset(theirs.values);
            form.reset(merged(before, mine, theirs.values), { keepDefaultValues: true });
            setStale({ ...theirs, taken });
            return;
          } catch (reloadError) {
            error = reloadError;
          }
        }
        if (error instanceof HeldBack) return;
        if (isApiError(error)) land(error);
        else setRefusal(error);
        setFailures((count) => count + 1);
      }
    },
    [form, land, liftGuard, draftKey, settle, registry],
  );

  const onSubmit = useCallback(
    async (event?: { preventDefault: () => void }) => {
      event?.preventDefault();
      if (running.current) return;
      running.current = true;
      setSubmitting(true);
      setRefusal(null);
      setLooseErrors([]);
      try {
        await form.handleSubmit(((values: Output) => run(values, false)) as never, () => setFailures((count) => count + 1))();
      } finally {
        running.current = false;
        setSubmitting(false);
      }
    },
    [form, run],
  );

  const keepMine = useCallback(async () => {
    if (stale) version.current = stale.version;
    setStale(null);
    await onSubmit();
  }, [stale, onSubmit]);

  const takeTheirs = useCallback(() => {
    if (stale) {
      version.current = stale.version;
      form.reset(stale.values);
    }
    setStale(null);
  }, [stale, form]);

  const startAgain = useCallback(() => {
    form.reset(latest.current.defaultValues as DefaultValues<Input>);
    version.current = latest.current.version;
    drop();
  }, [form, drop]);

  return { form: form as never, onSubmit, registry, refusal, looseErrors, failures, isSubmitting, stale, keepMine, takeTheirs, closeStale: () => setStale(null), resumed, resume, forget: drop, startAgain };
}

/** `Address.Rows[0].Text` of the server is `address.rows.0.text` of the form. */
export function fieldName(serverName: string): string {
  return serverName
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.');
}

/** What is wrong with one element of a list that is chosen as a whole, such as `people.2`, is wrong with the list. */
function shownName(name: string, registry: FieldRegistry): string {
  const list = name.replace(/\.\d+$/, '');
  return !registry.has(name) && registry.has(list) ? list : name;
}

function useDraft<Input extends FieldValues>(form: UseFormReturn<Input, unknown, never> | UseFormReturn<Input, unknown, any>, draftKey: string | undefined) {
  useEffect(() => {
    if (!draftKey) return;
    const kept = sessionStorage.getItem(draftKey);
    if (kept) {
      for (const [name, value] of Object.entries(JSON.parse(kept) as Record<string, unknown>)) {
        form.setValue(name as Path<Input>, value as never, { shouldDirty: true });
      }
    }
    const subscription = form.watch((values) => sessionStorage.setItem(draftKey, JSON.stringify(values)));
    return () => subscription.unsubscribe();
  }, [form, draftKey]);
}
