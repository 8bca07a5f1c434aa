import type { Channel, NewAvailability, Outcome } from './api/call-list';

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
  /** What the company offers, said on the phone; nothing while no duty is written. */
  offer: Offer;
}

/** The few things that are asked on the phone; the rest is written in the company's record when there is time. */
export interface Offer {
  places: string;
  duties: string;
  context: NewAvailability['context'];
  to: string;
}

export const contexts: readonly NewAvailability['context'][] = ['productive', 'protected', 'job'];

export const emptyOffer: Offer = { places: '1', duties: '', context: 'productive', to: '' };

export const emptyDraft: Draft = { note: '', spokeWith: '', channel: 'call', offer: emptyOffer };
