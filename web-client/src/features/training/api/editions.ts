import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { trainingKeys } from './keys';

export type Edition = ResponseBody<'getCourseEdition'>;
export type EditionRow = ListItem<'listCourseEditions'>;
export type EditionState = Edition['state'];
export type EditionForm = RequestBody<'createCourseEdition'>;
export type EditionChange = RequestBody<'changeCourseEdition'>;

export const editionStates: readonly EditionState[] = ['planned', 'enrolling', 'running', 'ended', 'cancelled'];
export const dueKinds = ['starting', 'attendance', 'freePlaces', 'outcomes'] as const;

/** What the next step of an edition is, where there is one. */
export const nextState: Partial<Record<EditionState, EditionState>> = { planned: 'enrolling', enrolling: 'running', running: 'ended' };

/** Whether it may be said of somebody that they finished. */
export const isFinishable = (edition: Edition) => edition.state === 'running' || edition.state === 'ended';

export function useEditions(query: QueryOf<'listCourseEditions'>) {
  return useList<EditionRow>({
    queryKey: [...trainingKeys.editions, query],
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/course-editions', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const readEdition = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/course-editions/{id}', { params: { path: { id } }, signal }));

export function useEdition(id: string) {
  return useQuery({ queryKey: trainingKeys.edition(id), queryFn: ({ signal }) => readEdition(id, signal) });
}

/** The programmes that may pay an edition. */
export function useTrainingProgrammes() {
  return useQuery({ queryKey: [...trainingKeys.trainers, 'programmes'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/training-programmes', { signal })) });
}

export function useTrainers() {
  return useQuery({ queryKey: trainingKeys.trainers, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/trainers', { signal })) });
}

/** What the form of an edition sends back, from what was read. */
export function changeOf(edition: Edition): EditionChange {
  const { code, trainerId, place, startsOn, endsOn, places, guaranteedJob, programme, programmeId, state } = edition;
  return { code, trainerId, municipality: place.municipalityIstat, address: place.address, startsOn, endsOn, places, guaranteedJob, programme, programmeId, state };
}

export function useCreateEdition() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: EditionForm) => unwrap(api.POST('/api/v1/course-editions', { body: form })),
    onSuccess: () => queries.invalidateQueries({ queryKey: trainingKeys.all }),
  });
}

export function useChangeEdition(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, form }: { version: number | string; form: EditionChange }) =>
      unwrap(api.PUT('/api/v1/course-editions/{id}', { params: { path: { id }, header: ifMatch(version) }, body: form })),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: trainingKeys.all }), queries.invalidateQueries({ queryKey: todayKey })]),
  });
}
