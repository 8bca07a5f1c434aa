import type { Channel, Outcome } from './api/call-list';

/** In the order of their keys, 1 to 7. */
export const outcomes: readonly Outcome[] = ['available', 'notNow', 'noAnswer', 'callBack', 'never', 'wrongNumber', 'reached'];

export const channels: readonly Channel[] = ['call', 'visit', 'mail', 'meeting'];

/** What is written of a call before it is saved; `next` is missing until somebody changes the proposed day. */
export interface Draft {
  outcome?: Outcome;
  note: string;
  next?: string;
  spokeWith: string;
  channel: Channel;
}

export const emptyDraft: Draft = { note: '', spokeWith: '', channel: 'call' };
