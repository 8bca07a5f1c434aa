import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { useList } from '../../../components/useList';
import { networkKeys } from './network';

export type Table = ResponseBody<'getWorkingTable'>;
export type TableItem = ListItem<'listWorkingTables'>;
export type TableData = RequestBody<'createWorkingTable'>;

export const tableKinds = ['workingTable', 'steeringCommittee'] as const;

export function useTables(query: QueryOf<'listWorkingTables'>) {
  return useList<TableItem>({
    queryKey: networkKeys.list('tables', query),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/working-tables', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const readTable = (workingTableId: string, signal?: AbortSignal) => unwrap(api.GET('/api/v1/working-tables/{workingTableId}', { params: { path: { workingTableId } }, signal }));

export function useTable(id: string) {
  return useQuery({ queryKey: networkKeys.one('table', id), queryFn: ({ signal }) => readTable(id, signal), enabled: !!id });
}

export const createTable = (body: TableData) => unwrap(api.POST('/api/v1/working-tables', { body }));

export const updateTable = (workingTableId: string, body: TableData, version: number | string) =>
  unwrap(api.PUT('/api/v1/working-tables/{workingTableId}', { params: { path: { workingTableId }, header: ifMatch(version) }, body }));

export const addMember = (workingTableId: string, body: RequestBody<'addTableMember'>) => unwrap(api.POST('/api/v1/working-tables/{workingTableId}/members', { params: { path: { workingTableId } }, body }));

export const changeMember = (workingTableId: string, bodyId: string, personId: string | null) =>
  unwrap(api.PUT('/api/v1/working-tables/{workingTableId}/members/{bodyId}', { params: { path: { workingTableId, bodyId } }, body: { personId } }));

export const removeMember = (workingTableId: string, bodyId: string) =>
  unwrap(api.DELETE('/api/v1/working-tables/{workingTableId}/members/{bodyId}', { params: { path: { workingTableId, bodyId } } }));
