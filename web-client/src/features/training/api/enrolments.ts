import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { trainingKeys } from './keys';

export type Enrolment = ListItem<'listEnrolments'>;
export type EnrolmentForm = RequestBody<'enrol'>;
export type Enrolled = ResponseBody<'enrol'>;
export type Completions = ResponseBody<'completeEnrolments'>;
export type Outcome = RequestBody<'recordOutcome'>;

export const hasPlace = ({ state }: Enrolment) => state === 'confirmed' || state === 'completed';

/** Names of people: they leave the memory with the page. */
export function useEnrolments(editionId: string) {
  return useQuery({
    queryKey: trainingKeys.enrolments(editionId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/course-editions/{editionId}/enrolments', { params: { path: { editionId } }, signal })),
    gcTime: 0,
  });
}

function useRefresh(editionId: string) {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: trainingKeys.edition(editionId) }), queries.invalidateQueries({ queryKey: todayKey })]);
}

export function useEnrol(editionId: string) {
  const refresh = useRefresh(editionId);
  return useMutation({
    mutationFn: (form: EnrolmentForm) => unwrap(api.POST('/api/v1/course-editions/{editionId}/enrolments', { params: { path: { editionId } }, body: form })),
    onSuccess: refresh,
  });
}

export type Step = { id: string; step: 'confirm' } | { id: string; step: 'withdraw' } | { id: string; step: 'complete'; passed: boolean } | { id: string; step: 'outcome'; outcome: Outcome };

/** One step of one participant. */
export function useEnrolmentStep(editionId: string) {
  const refresh = useRefresh(editionId);
  return useMutation({
    mutationFn: async (step: Step) => {
      const params = { path: { id: step.id } };
      if (step.step === 'confirm') await unwrap(api.POST('/api/v1/enrolments/{id}/confirmation', { params }));
      else if (step.step === 'withdraw') await unwrap(api.POST('/api/v1/enrolments/{id}/withdrawal', { params }));
      else if (step.step === 'complete') await unwrap(api.POST('/api/v1/enrolments/{id}/completion', { params, body: { passed: step.passed } }));
      else await unwrap(api.PUT('/api/v1/enrolments/{id}/outcome', { params, body: step.outcome }));
    },
    onSuccess: refresh,
  });
}

/** The same of many participants: who cannot have finished comes back with the reason. */
export function useCompleteMany(editionId: string) {
  const refresh = useRefresh(editionId);
  return useMutation({
    mutationFn: ({ ids, passed }: { ids: string[]; passed: boolean }) =>
      unwrap(api.POST('/api/v1/course-editions/{editionId}/completions', { params: { path: { editionId } }, body: { enrolments: ids, passed } })),
    onSuccess: refresh,
  });
}
