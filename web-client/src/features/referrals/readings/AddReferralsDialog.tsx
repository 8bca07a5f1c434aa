import { useTranslation } from 'react-i18next';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { CheckGroup, Form, useApiForm } from '../../../components/form';
import { EmptyState, Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { shortDate } from '../../../lib/format';
import { referralKeys } from '../api/keys';
import { putOnAgenda } from '../api/readings';
import { listReferrals, type ReferralItem } from '../api/referrals';

/** Those just received, the nearest answer first, then who waits. */
export function AddReferralsDialog({ readingId, onClose }: { readingId: string; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const query = useQuery({
    queryKey: referralKeys.list({ readable: true }),
    queryFn: async ({ signal }) => {
      const [received, waiting] = await Promise.all([listReferrals({ state: 'received', limit: 50 }, signal), listReferrals({ state: 'waitingList', limit: 50 }, signal)]);
      return { items: [...received.items, ...waiting.items], more: !!received.nextCursor || !!waiting.nextCursor };
    },
  });
  return (
    <Dialog open title={t('readings.add')} onClose={onClose}>
      <Loaded query={query}>
        {({ items, more }) => (items.length > 0 ? <Choose items={items} more={more} readingId={readingId} onClose={onClose} /> : <EmptyState icon="inbox" title={t('readings.noneToAdd')} text={t('readings.noneToAddText')} />)}
      </Loaded>
    </Dialog>
  );
}

function Choose({ items, more, readingId, onClose }: { items: ReferralItem[]; more: boolean; readingId: string; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema: z.object({ referralIds: z.array(z.string()).min(1) }),
    defaultValues: { referralIds: [] as string[] },
    guard: false,
    submit: ({ referralIds }) => putOnAgenda(readingId, referralIds),
    onDone: async (_, { referralIds }) => {
      await queries.invalidateQueries({ queryKey: referralKeys.all });
      toast.done(t('readings.added', { count: referralIds.length }));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('readings.addAction')} onCancel={onClose} keptNote={false}>
      {more && <p className="hint">{t('readings.firstOnes', { count: items.length })}</p>}
      <CheckGroup
        name="referralIds"
        label={t('nav')}
        required
        options={items.map((item) => ({
          value: item.id,
          label: item.displayName,
          help: [item.bodyName, item.state === 'waitingList' ? t('state.waitingList') : `${t('dueBy')} ${shortDate(item.answerDueOn)}`].filter(Boolean).join(' · '),
        }))}
      />
    </Form>
  );
}
