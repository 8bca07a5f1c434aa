import type { ReactNode } from 'react';
import { classes } from '../lib/classes';

export type Tone = 'neutral' | 'ok' | 'warn' | 'late' | 'blue';

/** A state in words on a tint; the words carry the meaning, the colour only repeats it. */
export function StatusChip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes('chip', tone !== 'neutral' && tone)}>{children}</span>;
}
