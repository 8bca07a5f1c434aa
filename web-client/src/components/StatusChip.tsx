import { Children, type ReactNode } from 'react';
import { capital } from '../lib/capital';
import { classes } from '../lib/classes';

export type Tone = 'neutral' | 'ok' | 'warn' | 'late' | 'blue';

/** A state in words on a tint; the words carry the meaning, the colour only repeats it. They begin with a capital wherever they come from: inside a sentence the same words are in small letters. */
export function StatusChip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  const [first, ...rest] = Children.toArray(children);
  return (
    <span className={classes('chip', tone !== 'neutral' && tone)}>
      {typeof first === 'string' ? capital(first) : first}
      {rest}
    </span>
  );
}
