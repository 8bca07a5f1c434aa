type Values = Record<string, unknown>;

const isGroup = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same to whoever fills in a form: nothing is nothing, however it is written. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, index) => same(value, other[index]));
  if (isGroup(one) && isGroup(other)) return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
  return (one ?? '') === (other ?? '');
}

/** What one changed, laid over what somebody else has saved since: whatever was not touched here is theirs. */
export function merged<T>(before: unknown, mine: T, theirs: unknown): T {
  if (isGroup(mine) && isGroup(theirs)) {
    const from = isGroup(before) ? before : {};
    return Object.fromEntries(Object.keys(mine).map((key) => [key, key in theirs ? merged(from[key], mine[key], theirs[key]) : mine[key]])) as T;
  }
  return same(mine, before) ? (theirs as T) : mine;
}
