import { shortDate } from '../lib/format';
import { api, unwrap } from './client';

const every = { managerId: null, bodyId: null, category: null, programmeId: null, flag: null, cursor: null, total: false };

/** The open cases that one may see and whose names begin so: those one follows first. The text travels in the body: no name stands in an address. */
async function search(text: string, mine: boolean, signal: AbortSignal) {
  const page = await unwrap(api.POST('/api/v1/caseload/search', { body: { ...every, text: text.trim() || null, onlyMine: mine, state: 'open', sort: 'name', limit: 12 }, signal }));
  return page.items.map((one) => ({ id: one.id, label: one.displayName, detail: shortDate(one.openedOn) }));
}

/** For a field: the open cases one follows. */
export const findMyCases = (text: string, signal: AbortSignal) => search(text, true, signal);

/** For a field: the open cases one may see, one's own first. */
export async function findCases(text: string, signal: AbortSignal) {
  const mine = await search(text, true, signal);
  if (mine.length >= 8) return mine;
  const known = new Set(mine.map((one) => one.id));
  return [...mine, ...(await search(text, false, signal)).filter((one) => !known.has(one.id))].slice(0, 12);
}
