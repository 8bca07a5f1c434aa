import { api, unwrap } from '../../../api/client';
import { answersOf, type Answers } from '../../../lib/answers';
import type { ListItem, RequestBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { peopleKeys } from './keys';

export type FoundPerson = ListItem<'searchBeneficiaries'>;
export type PersonState = FoundPerson['state'];

export const personStates = ['open', 'stalled', 'withoutCase', 'closed'] as const satisfies readonly PersonState[];

/** People by name, to choose one; the names stay out of addresses. */
export async function findPeople(q: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.POST('/api/v1/beneficiaries/search', { body: { text: q || null, state: null, onlyMine: false, cursor: null, limit: 10, total: false }, signal }));
  return answersOf(page, (person) => ({ id: person.id, label: person.displayName, detail: [person.age, person.domicileName].filter(Boolean).join(' · ') }));
}

interface Question {
  text: string;
  state: string | undefined;
  onlyMine: boolean;
}

/** A search by POST: the names in it stay out of addresses, and out of the cache once the page is left. */
export function usePeople({ text, state, onlyMine }: Question) {
  return useList<FoundPerson>({
    queryKey: peopleKeys.list({ text, state, onlyMine }),
    page: ({ cursor, total, signal }) => {
      const body: RequestBody<'searchBeneficiaries'> = {
        text: text || null,
        state: (personStates as readonly string[]).includes(state ?? '') ? (state as PersonState) : null,
        onlyMine,
        cursor: cursor ?? null,
        limit: 25,
        total: total ?? false,
      };
      return unwrap(api.POST('/api/v1/beneficiaries/search', { body, signal }));
    },
  });
}
