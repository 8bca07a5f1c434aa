import type { Compared, ComparedRow } from '../api/assessments';

/** How many got better and worse from the first judgement to the last; those judged once say nothing. Of ICF less is better (of what helps, more), of skills more. */
export function finding({ kind, rows }: Pick<Compared, 'kind' | 'rows'>): { better: number; worse: number; same: number } {
  const found = { better: 0, worse: 0, same: 0 };
  for (const row of rows) {
    const judged = row.values.filter((value) => value !== null && value.first !== null);
    if (judged.length < 2) continue;
    const [before, after] = [worth(kind, judged[0]!), worth(kind, judged.at(-1)!)];
    found[after > before ? 'better' : after < before ? 'worse' : 'same']++;
  }
  return found;
}

function worth(kind: Compared['kind'], value: NonNullable<ComparedRow['values'][number]>): number {
  const first = Number(value.first);
  return kind === 'skills' || value.facilitator ? first : -first;
}

/** What a radar shows: functions and activities of ICF, or skills; factors of the environment have two directions and go into bars. */
export const onRadar = (kind: Compared['kind'], row: ComparedRow) => kind === 'skills' || !row.key.startsWith('e');

/** A barrier is below zero, what helps above. */
export function environment(row: ComparedRow, at: number): number | null {
  const value = row.values[at];
  if (!value || value.first === null) return null;
  return value.facilitator ? Number(value.first) : -Number(value.first);
}
