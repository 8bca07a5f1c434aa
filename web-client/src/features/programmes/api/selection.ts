import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { RequestBody, ResponseBody } from '../../../api/types';
import { answersOf, firstOf, type Answers, type Option } from '../../../lib/answers';
import { programmeKeys } from './keys';

export type Cohort = ResponseBody<'listCohorts'>[number];
export type Ranking = ResponseBody<'getRanking'>;
export type Ranked = Ranking['items'][number];
export type ScoreLine = NonNullable<Ranked['lines']>[number];
export type Criterion = ScoreLine['criterion'];

export const criteria = ['parentOfMinors', 'singleParent', 'longUnemployed', 'disadvantageCategory', 'ageBand', 'housingExclusion', 'woman', 'lowEducation', 'judged'] as const satisfies readonly Criterion[];
export const tieBreaks = ['moreMinorChildren', 'longerUnemployed', 'older', 'younger', 'earlierProposed'] as const;
export const consentKinds = ['signed', 'spoken', 'guardian'] as const;

export const listCohorts = (programmeId: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/programmes/{programmeId}/cohorts', { params: { path: { programmeId } }, signal }));

export const useCohorts = (programmeId: string) => useQuery({ queryKey: programmeKeys.cohorts(programmeId), queryFn: ({ signal }) => listCohorts(programmeId, signal) });

export const openCohort = (programmeId: string, body: RequestBody<'openCohort'>) => unwrap(api.POST('/api/v1/programmes/{programmeId}/cohorts', { params: { path: { programmeId } }, body }));

export const declareSelection = (programmeId: string, cohortId: string, version: number | string, body: RequestBody<'declareSelection'>) =>
  unwrap(api.PUT('/api/v1/programmes/{programmeId}/cohorts/{cohortId}', { params: { path: { programmeId, cohortId }, header: ifMatch(version) }, body }));

/** Each explanation read is logged, so it is read again only when something changed. */
export const useRanking = (programmeId: string, cohortId: string) =>
  useQuery({
    queryKey: programmeKeys.ranking(programmeId, cohortId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/ranking', { params: { path: { programmeId }, query: { cohortId } }, signal })),
    staleTime: 60_000,
  });

export const useCandidate = (programmeId: string, id: string) =>
  useQuery({
    queryKey: programmeKeys.candidate(programmeId, id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/candidates/{id}', { params: { path: { programmeId, id } }, signal })),
    staleTime: 60_000,
  });

export const useMinutes = (programmeId: string, cohortId: string, enabled: boolean) =>
  useQuery({
    queryKey: programmeKeys.minutes(programmeId, cohortId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/programmes/{programmeId}/ranking/minutes', { params: { path: { programmeId }, query: { cohortId } }, signal })),
    enabled,
    staleTime: Infinity,
  });

export const proposeCandidate = (programmeId: string, body: RequestBody<'proposeCandidate'>) => unwrap(api.POST('/api/v1/programmes/{programmeId}/candidates', { params: { path: { programmeId } }, body }));

export const writePoints = (programmeId: string, id: string, body: RequestBody<'writeCandidatePoints'>) =>
  unwrap(api.POST('/api/v1/programmes/{programmeId}/candidates/{id}/points', { params: { path: { programmeId, id } }, body }));

export const renounce = (programmeId: string, id: string, reason: string) =>
  unwrap(api.POST('/api/v1/programmes/{programmeId}/candidates/{id}/renunciation', { params: { path: { programmeId, id } }, body: { reason } }));

export const exclude = (programmeId: string, id: string, reason: string) =>
  unwrap(api.POST('/api/v1/programmes/{programmeId}/candidates/{id}/exclusion', { params: { path: { programmeId, id } }, body: { reason } }));

export const freezeRanking = (programmeId: string, version: number | string, body: RequestBody<'freezeRanking'>) =>
  unwrap(api.POST('/api/v1/programmes/{programmeId}/ranking/minutes', { params: { path: { programmeId }, header: ifMatch(version) }, body }));

/** People one may see, by the beginnings of their names; a POST, so that names stay out of addresses. */
export async function findPeople(text: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.POST('/api/v1/beneficiaries/search', { body: { text: text || null, state: null, onlyMine: false, cursor: null, limit: 20, total: false }, signal }));
  return answersOf(page, (person) => ({ id: person.id, label: person.displayName, detail: person.domicileName ?? undefined }));
}

const mostReferrals = 20;

/** Referrals that still wait, narrowed by name here: names stay out of addresses. The list is read on until enough are found, so that nobody far down in it is missing. */
export async function findReferrals(text: string, signal: AbortSignal): Promise<Answers> {
  const wanted = text.toLocaleLowerCase('it');
  const found: Option[] = [];
  for (const state of ['toAnswer', 'waitingList'] as const) {
    let cursor: string | undefined;
    do {
      const page = await unwrap(api.GET('/api/v1/referrals', { params: { query: { state, limit: 100, cursor } }, signal }));
      for (const referral of page.items)
        if (referral.displayName.toLocaleLowerCase('it').includes(wanted)) found.push({ id: referral.id, label: referral.displayName, detail: referral.bodyName ?? undefined });
      cursor = page.nextCursor ?? undefined;
    } while (cursor && found.length <= mostReferrals);
  }
  return firstOf(found, mostReferrals);
}
