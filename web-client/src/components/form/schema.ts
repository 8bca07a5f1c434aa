import * as z from 'zod';
import i18next from 'i18next';
import type { Option } from '../../lib/answers';
import { isTime, tidyTime } from '../../lib/times';

/** What forms are made of: an empty field becomes `null`, as the API wants it, and spaces around a text are nobody's intention. */
export const text = {
  required: (max = 200) => z.string().trim().min(1).max(max),
  optional: (max = 200) => z.string().trim().max(max).transform((value) => value || null),
};

export const day = {
  required: () => z.iso.date(),
  optional: () => z.union([z.iso.date(), z.literal('')]).transform((value) => value || null),
};

const noTime = { error: () => i18next.t('validation.time', { ns: 'common' }) };

/** An hour of the clock, `09:30`, in whatever way it was typed. */
export const time = {
  required: () => z.string().trim().min(1).transform(tidyTime).refine(isTime, noTime),
  optional: () => z.string().trim().transform(tidyTime).refine((value) => value === '' || isTime(value), noTime).transform((value) => value || null),
};

export const email = {
  required: () => z.string().trim().pipe(z.email()),
  optional: () => z.string().trim().pipe(z.union([z.email(), z.literal('')])).transform((value) => value || null),
};

export const file = {
  required: () => z.custom<File | null>().pipe(z.custom<File>((value) => value instanceof File)),
};

/** One of a fixed set; the empty choice of a select is "not chosen yet". */
export const choice = {
  required: <const T extends string>(values: readonly T[]) => z.custom<T | ''>().pipe(z.enum(values as readonly [T, ...T[]])),
  optional: <const T extends string>(values: readonly T[]) =>
    z.custom<T | ''>().pipe(z.union([z.enum(values as readonly [T, ...T[]]), z.literal('')])).transform((value) => (value || null) as T | null),
};

/** NumberField gives `null` for an empty field and `NaN` for what is not a number. */
export const amount = {
  required: (range: { min?: number; max?: number } = {}) => z.union([z.number(), z.nan(), z.null()]).pipe(bounded(range)),
  optional: (range: { min?: number; max?: number } = {}) => z.union([z.number(), z.nan(), z.null()]).pipe(bounded(range).nullable()),
};

function bounded({ min, max }: { min?: number; max?: number }) {
  let number = z.number();
  if (min !== undefined) number = number.min(min);
  if (max !== undefined) number = number.max(max);
  return number;
}

export const picked = {
  required: () => z.custom<Option | null>().pipe(z.custom<Option>((value) => value !== null && value !== undefined)).transform((option) => option.id),
  optional: () => z.custom<Option | null>().transform((option) => option?.id ?? null),
};

/** Zod's complaints in the language of the screen; asked for by `useApiForm`, so that every form has them. */
export function installMessages() {
  z.config({
    // Its faster way writes functions from text, which the page's content security policy forbids.
    jitless: true,
    customError: (issue) => {
      const t = i18next.getFixedT(null, 'common');
      switch (issue.code) {
        case 'invalid_type':
          return Number.isNaN(issue.input) ? t('validation.number') : t('validation.required');
        case 'too_small':
          if (issue.origin === 'string' || issue.origin === 'array') return Number(issue.minimum) <= 1 ? t('validation.required') : t('validation.tooShort', { min: issue.minimum });
          return t('validation.tooSmall', { min: issue.minimum });
        case 'too_big':
          return issue.origin === 'string' ? t('validation.tooLong', { max: issue.maximum }) : t('validation.tooBig', { max: issue.maximum });
        case 'invalid_format':
          if (!issue.input) return t('validation.required');
          return issue.format === 'email' ? t('validation.email') : issue.format === 'date' ? t('validation.date') : t('validation.format');
        case 'invalid_value':
        case 'invalid_union':
        case 'custom':
          if (issue.input === '' || issue.input === null || issue.input === undefined) return t('validation.required');
          return typeof issue.input === 'string' && issue.input.includes('@') ? t('validation.email') : t('validation.format');
        default:
          return t('validation.format');
      }
    },
  });
}
