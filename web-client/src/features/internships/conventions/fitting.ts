import type { Convention } from '../api/conventions';

/** The convention that is meant, where only one that is signed covers these days; null where there is none or a choice. */
export function onlyFitting<One extends Pick<Convention, 'state' | 'validFrom' | 'validTo'>>(conventions: readonly One[], { startsOn, endsOn }: { startsOn: string; endsOn: string }): One | null {
  const fitting = conventions.filter((one) => one.state === 'signed' && one.validFrom <= startsOn && one.validTo >= endsOn);
  return fitting.length === 1 ? fitting[0]! : null;
}
