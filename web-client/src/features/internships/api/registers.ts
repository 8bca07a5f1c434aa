import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, RequestBody, ResponseBody } from '../../../api/types';
import { internshipKeys } from './keys';

export type Registers = ResponseBody<'listRegisters'>;
export type UsualDays = Registers['usual'];
export type RegisterRecord = ResponseBody<'getRegister'>;
export type RegisterSheet = RegisterRecord['sheet'];
export type RegisterDay = RegisterSheet['days'][number];
export type Absence = NonNullable<RegisterDay['absence']>;
export type WrittenDays = NonNullable<RequestBody<'saveRegister'>['days']>;
export type WrittenWeek = RequestBody<'changeUsualWeek'>;

const path = (id: string, month: string) => ({ params: { path: { id, month } } });

export const readRegisters = (id: string) => unwrap(api.GET('/api/v1/internships/{id}/attendance', { params: { path: { id } } }));

export const useRegisters = (id: string, enabled = true) => useQuery({ queryKey: internshipKeys.registers(id), queryFn: () => readRegisters(id), enabled });

export const readRegister = (id: string, month: string) => unwrap(api.GET('/api/v1/internships/{id}/attendance/{month}', path(id, month)));

export const useRegister = (id: string, month: string) => useQuery({ queryKey: internshipKeys.register(id, month), queryFn: () => readRegister(id, month) });

export const saveRegister = (id: string, month: string, version: number | string, days: WrittenDays) =>
  unwrap(api.PUT('/api/v1/internships/{id}/attendance/{month}', { params: { path: { id, month }, header: ifMatch(version) }, body: { days } }));

export const signRegister = (id: string, month: string, version: number | string, body: RequestBody<'signRegister'>) =>
  unwrap(api.POST('/api/v1/internships/{id}/attendance/{month}/signatures', { params: { path: { id, month }, header: ifMatch(version) }, body }));

export const reopenRegister = (id: string, month: string, version: number | string, reason: string) =>
  unwrap(api.POST('/api/v1/internships/{id}/attendance/{month}/reopening', { params: { path: { id, month }, header: ifMatch(version) }, body: { reason } }));

/** The sheet signed on paper: the month is closed with it. */
export const uploadScan = (id: string, month: string, version: number | string, file: File) =>
  unwrap(
    api.POST('/api/v1/internships/{id}/attendance/{month}/scan', {
      params: { path: { id, month }, header: ifMatch(version) },
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        return form;
      },
    }),
  );

export const scanAddress = (id: string, month: string) => `/api/v1/internships/${id}/attendance/${month}/scan`;

export const formerScanAddress = (id: string, month: string, reopeningId: string) => `/api/v1/internships/${id}/attendance/${month}/reopenings/${reopeningId}/scan`;

export const changeUsualWeek = (id: string, version: number | string, body: WrittenWeek) =>
  unwrap(api.PUT('/api/v1/internships/{id}/usual-week', { params: { path: { id }, header: ifMatch(version) }, body }));

export type MonthRegister = ListItem<'listMonthRegisters'>;
type MonthQuery = { state?: 'open' | 'toSign' | 'closed' | 'unclosed'; mine?: boolean; after?: string; cursor?: string; limit?: number; total?: boolean };

export const listMonthRegisters = (month: string, query: MonthQuery, signal?: AbortSignal) => unwrap(api.GET('/api/v1/internship-registers/{month}', { params: { path: { month }, query }, signal }));

export const useMonthCounts = (month: string, mine: boolean) =>
  useQuery({ queryKey: internshipKeys.monthCounts(month, mine), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/internship-registers/{month}/counts', { params: { path: { month }, query: { mine } }, signal })) });

/** The register that follows this one among those of the month that are not closed. */
export const useNextRegister = (month: string, after: string, mine: boolean) =>
  useQuery({ queryKey: internshipKeys.nextRegister(month, after, mine), queryFn: async ({ signal }) => (await listMonthRegisters(month, { state: 'unclosed', mine, after, limit: 1 }, signal)).items[0] ?? null });
