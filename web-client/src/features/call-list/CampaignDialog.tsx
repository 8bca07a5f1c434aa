import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from '../../components/Dialog';
import { Form, TextArea, TextField, useApiForm } from '../../components/form';
import { useToast } from '../../components/Toast';
import { readCampaign, updateCampaign, type Campaign } from './api/campaigns';
import { callKeys } from './api/keys';
import { campaignSchema } from './campaign-form';

const inputOf = ({ name, goal }: Campaign) => ({ name, goal: goal ?? '' });

/** Changes how a campaign is called and what it asks; its companies stay those it began with. */
export function CampaignDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { t } = useTranslation('call-list');
  const toast = useToast();
  const queries = useQueryClient();
  const form = useApiForm<z.input<typeof campaignSchema>, z.output<typeof campaignSchema>>({
    schema: campaignSchema,
    defaultValues: inputOf(campaign),
    version: campaign.version,
    submit: (values, version) => updateCampaign(campaign.id, values, version!),
    reload: async () => readCampaign(campaign.id).then((now) => ({ values: inputOf(now), version: now.version })),
    guard: false,
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: callKeys.campaigns });
      toast.done(t('campaign.saved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('campaign.edit')} onClose={onClose}>
      <Form form={form} submitLabel={t('campaign.save')} onCancel={onClose}>
        <TextField name="name" label={t('campaign.name')} required autoComplete="off" />
        <TextArea name="goal" label={t('campaign.goal')} help={t('campaign.goalHelp')} rows={3} maxLength={1000} />
      </Form>
    </Dialog>
  );
}
