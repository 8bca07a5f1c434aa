import { answersOf, firstOf, type Answers } from '../lib/answers';
import { shortDate } from '../lib/format';
import { api, unwrap } from './client';

/** As many as the list under a box shows. */
const most = 12;

const every = { managerId: null, bodyId: null, category: null, programmeId: null, flag: null, cursor: null, total: false };

/** The open cases that one may see and whose names begin so: those one follows first. The text travels in the body: no name stands in an address. */
async function search(text: string, mine: boolean, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.POST('/api/v1/caseload/search', { body: { ...every, text: text.trim() || null, onlyMine: mine, state: 'open', sort: 'name', limit: most }, signal }));
  return answersOf(page, (one) => ({ id: one.id, label: one.displayName, detail: shortDate(one.openedOn) }));
}

/** For a field: the open cases one follows. */
export const findMyCases = (text: string, signal: AbortSignal) => search(text, true, signal);

/** For a field: the open cases one may see, one's own first. */
export async function findCases(text: string, signal: AbortSignal): Promise<Answers> {
  const mine = await search(text, true, signal);
  if (mine.more) return mine;
  const known = new Set(mine.options.map((one) => one.id));
  const all = await search(text, false, signal);
  const answers = firstOf([...mine.options, ...all.options.filter((one) => !known.has(one.id))], most);
  return { ...answers, more: answers.more || all.more };
}
