import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { ButtonLink } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { choice, Form, RadioGroup, useApiForm } from '../../../components/form';
import { EmptyState, Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { longDate } from '../../../lib/format';
import { referralKeys } from '../api/keys';
import { putOnAgenda, useOpenReadings, type ReadingItem } from '../api/readings';

/** Which meeting reads it. */
export function AgendaDialog({ referralId, onClose }: { referralId: string; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const query = useOpenReadings(true);
  return (
    <Dialog open title={t('agenda.title')} onClose={onClose}>
      <Loaded query={query} lines={3}>
        {({ items }) =>
          items.length > 0 ? (
            <ChooseReading readings={[...items].reverse()} referralId={referralId} onClose={onClose} />
          ) : (
            <EmptyState
              icon="calendar"
              title={t('agenda.none')}
              text={t('agenda.noneText')}
              action={
                <ButtonLink look="fill" icon="plus" to={`/beneficiaries/readings/new?referral=${referralId}`}>
                  {t('readings.plan')}
                </ButtonLink>
              }
            />
          )
        }
      </Loaded>
    </Dialog>
  );
}

function ChooseReading({ readings, referralId, onClose }: { readings: ReadingItem[]; referralId: string; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema: z.object({ readingId: choice.required(readings.map((one) => one.id)) }),
    defaultValues: { readingId: readings.length === 1 ? readings[0]!.id : '' },
    guard: false,
    submit: ({ readingId }) => putOnAgenda(readingId, [referralId]),
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: referralKeys.all });
      toast.done(t('agenda.done'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('agenda.action')} onCancel={onClose} keptNote={false}>
      <RadioGroup
        name="readingId"
        label={t('agenda.which')}
        required
        options={readings.map((one) => ({
          value: one.id,
          label: [longDate(one.heldOn), one.startsAt].filter(Boolean).join(', '),
          help: [one.place, t('readings.onAgenda', { count: Number(one.onAgenda) })].filter(Boolean).join(' · '),
        }))}
      />
      <ButtonLink look="plain" small icon="plus" to={`/beneficiaries/readings/new?referral=${referralId}`}>
        {t('agenda.another')}
      </ButtonLink>
    </Form>
  );
}
