import { createStore } from '../lib/store';

/** Set when the last call could not be answered (no network, or 503), cleared by the next answer. */
export interface Outage {
  since: number;
  offline: boolean;
  retryAfterSeconds?: number;
}

export const outage = createStore<Outage | null>(null);

export function reportOutage(offline: boolean, retryAfterSeconds?: number) {
  outage.set({ since: outage.get()?.since ?? Date.now(), offline, retryAfterSeconds });
}
