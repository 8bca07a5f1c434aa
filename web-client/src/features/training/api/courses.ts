import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { trainingKeys } from './keys';

export type Course = ResponseBody<'getCourse'>;
export type CourseRow = ListItem<'listCourses'>;
export type CourseForm = RequestBody<'createCourse'>;
export type CourseTopic = Course['topic'];

export const topics: readonly CourseTopic[] = ['workplaceSafety', 'catering', 'forklift', 'digital', 'language', 'care', 'other'];

export function useCourses(query: QueryOf<'listCourses'>) {
  return useList<CourseRow>({
    queryKey: [...trainingKeys.courses, query],
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/courses', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const readCourse = (id: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/courses/{id}', { params: { path: { id } }, signal }));

export function useCourse(id: string) {
  return useQuery({ queryKey: trainingKeys.course(id), queryFn: ({ signal }) => readCourse(id, signal) });
}

export function useSaveCourse() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, version, form }: { id?: string; version?: number | string; form: CourseForm }) => {
      if (id === undefined) return (await unwrap(api.POST('/api/v1/courses', { body: form }))).id;
      await unwrap(api.PUT('/api/v1/courses/{id}', { params: { path: { id }, header: ifMatch(version ?? 0) }, body: form }));
      return id;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: trainingKeys.all }),
  });
}
