import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { todayKey } from '../../../api/today';
import type { ListItem, QueryOf, RequestBody } from '../../../api/types';
import { useList } from '../../../components/useList';

export type OutgoingMail = ListItem<'listOutgoingMails'>;
export type MailState = NonNullable<OutgoingMail['state']>;
export type Decision = NonNullable<RequestBody<'resolveOutgoingMail'>['decision']>;

export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'givenUp'] as const satisfies readonly MailState[];

const key = ['outgoing-mails'] as const;

/** Without a state: those that wait for a decision. */
export function useOutgoingMails(query: QueryOf<'listOutgoingMails'>) {
  return useList<OutgoingMail>({
    queryKey: [...key, query],
    page: ({ signal, cursor }) => unwrap(api.GET('/api/v1/outgoing-mails', { params: { query: { ...query, cursor } }, signal })),
  });
}

export function useResolveMail() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: Decision }) => unwrap(api.POST('/api/v1/outgoing-mails/{id}/resolution', { params: { path: { id } }, body: { decision } })),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: key });
      await queries.invalidateQueries({ queryKey: todayKey });
    },
  });
}
