import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, QueryOf, RequestBody, ResponseBody } from '../../../api/types';
import { answersOf, type Answers } from '../../../lib/answers';
import { useList } from '../../../components/useList';
import { allowanceKeys } from './keys';

export type Run = ResponseBody<'getAllowanceRun'>;
export type RunItem = ListItem<'listAllowanceRuns'>;
export type UnlistedRegister = ListItem<'listUnlistedRegisters'>;
export type Payment = ListItem<'listAllowancePayments'>;
export type Settlement = RequestBody<'settleAllowancePayments'>;
type Version = number | string;

export const runStates = ['draft', 'toApprove', 'frozen'] as const;
export const paymentStates = ['pending', 'done', 'returned', 'nothing'] as const;
export const returnReasons = ['accountClosed', 'wrongAccount', 'holderMismatch', 'other'] as const;

export function useRuns(query: QueryOf<'listAllowanceRuns'>) {
  return useList<RunItem>({
    queryKey: allowanceKeys.list(query),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/allowance-runs', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const waitingKinds = ['register', 'returned', 'dowry'] as const;

/** What waits for a pay list. */
export function useUnlistedRegisters(query: QueryOf<'listUnlistedRegisters'>) {
  return useList<UnlistedRegister>({
    queryKey: allowanceKeys.registers(query),
    page: ({ signal, ...at }) => unwrap(api.GET('/api/v1/allowance-runs/unlisted-registers', { params: { query: { ...query, ...at } }, signal })),
  });
}

export const useRun = (id: string) =>
  useQuery({ queryKey: allowanceKeys.one(id), queryFn: ({ signal }) => unwrap(api.GET('/api/v1/allowance-runs/{id}', { params: { path: { id } }, signal })) });

/** The searched text is in a body: it is a person's name. */
export function usePayments(id: string, query: Omit<RequestBody<'searchAllowancePayments'>, 'cursor' | 'limit' | 'total'>) {
  return useList<Payment>({
    queryKey: allowanceKeys.payments(id, query),
    page: ({ signal, ...at }) => unwrap(api.POST('/api/v1/allowance-runs/{id}/payments/search', { params: { path: { id } }, body: { ...query, ...at }, signal })),
  });
}

const at = (id: string, version: Version) => ({ params: { path: { id }, header: ifMatch(version) } });

export const makeRun = (programmeId: string, month: string) => unwrap(api.POST('/api/v1/allowance-runs', { body: { programmeId, month } }));
export const recompute = (id: string, version: Version) => unwrap(api.POST('/api/v1/allowance-runs/{id}/recomputation', at(id, version)));
export const submit = (id: string, version: Version) => unwrap(api.POST('/api/v1/allowance-runs/{id}/submission', at(id, version)));
export const giveBack = (id: string, version: Version) => unwrap(api.POST('/api/v1/allowance-runs/{id}/rejection', at(id, version)));
export const approve = (id: string, version: Version, executeOn: string | null) => unwrap(api.POST('/api/v1/allowance-runs/{id}/approval', { ...at(id, version), body: { executeOn } }));
export const throwAway = (id: string, version: Version) => unwrap(api.DELETE('/api/v1/allowance-runs/{id}', at(id, version)));
export const hold = (id: string, version: Version, beneficiaryId: string) => unwrap(api.POST('/api/v1/allowance-runs/{id}/holds', { ...at(id, version), body: { beneficiaryId } }));
export const release = (id: string, version: Version, beneficiaryId: string) => unwrap(api.POST('/api/v1/allowance-runs/{id}/hold-releases', { ...at(id, version), body: { beneficiaryId } }));
export const settle = (id: string, body: Settlement) => unwrap(api.POST('/api/v1/allowance-runs/{id}/settlements', { params: { path: { id } }, body }));

/** Unsays what was recorded by mistake; without ids, of all that are done. */
export const takeBack = (id: string, paymentIds: string[] | null) =>
  unwrap(api.POST('/api/v1/allowance-runs/{id}/settlement-withdrawals', { params: { path: { id } }, body: { paymentIds } }));

/** Asks for the file and hands it to the browser, which saves it; a refusal is an error like any other. */
export async function downloadTransfer(run: Run) {
  save((await unwrap(api.GET('/api/v1/allowance-runs/{id}/transfer', { params: { path: { id: run.id } }, parseAs: 'blob' }))) as unknown as Blob, `bonifici-${run.month}.xml`);
}

export async function downloadSheet(run: Run, format: 'xlsx' | 'csv') {
  save((await unwrap(api.GET('/api/v1/allowance-runs/{id}/sheet', { params: { path: { id: run.id }, query: { format } }, parseAs: 'blob' }))) as unknown as Blob, `indennita-${run.month}.${format}`);
}

function save(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The programmes that have money for allowances. */
export async function findProgrammes(text: string, signal: AbortSignal): Promise<Answers> {
  const page = await unwrap(api.GET('/api/v1/programmes', { params: { query: { q: text || undefined, paying: true, limit: 20 } }, signal }));
  return answersOf(page, (one) => ({ id: one.id, label: one.name }));
}

export const useProgrammeName = (id: string | undefined) =>
  useQuery({
    queryKey: ['programmes', 'label', id],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/programmes/{id}', { params: { path: { id: id! } }, signal }))).name,
    enabled: !!id,
    retry: false,
  });

/** A list changed: it, its payments, the budgets and what is due are read again. */
export function useRefresh() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: allowanceKeys.all });
    void queries.invalidateQueries({ queryKey: ['programmes'] });
    void queries.invalidateQueries({ queryKey: todayKey });
  };
}
