import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../../../components/selection';
import { ErrorState, Skeleton } from '../../../components/states';
import { addToCampaign, useOpenCampaigns } from '../api/bulk';
import { BulkDialog, MissingText } from './BulkDialog';
import { useBulk } from './use-bulk';

/** Adds the chosen companies to a campaign that is open. */
export function CampaignDialog({ selection, onClose }: { selection: Selection; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const campaigns = useOpenCampaigns();
  const id = useId();
  const [campaign, setCampaign] = useState('');
  const [missing, setMissing] = useState(false);
  const adding = useBulk(selection, (ids, to: string) => addToCampaign(to, ids), () => 'inCampaign', onClose);
  const wrong = missing && campaign === '';
  const none = campaigns.data?.length === 0;
  return (
    <BulkDialog
      title={t('bulk.campaignTitle', { count: selection.keys.size })}
      submit={none ? undefined : t('bulk.addToCampaign')}
      busy={adding.isPending}
      onSubmit={() => (campaign === '' ? setMissing(true) : adding.mutate(campaign))}
      onClose={onClose}
    >
      {campaigns.isPending ? (
        <Skeleton lines={2} />
      ) : campaigns.error ? (
        <ErrorState error={campaigns.error} onRetry={() => void campaigns.refetch()} />
      ) : none ? (
        <p>
          {t('bulk.noCampaign')} <Link to="/companies/campaigns/new">{t('bulk.newCampaign')}</Link>
        </p>
      ) : (
        <div className="field">
          <label htmlFor={id}>{t('bulk.campaign')}</label>
          <select id={id} className="f0" value={campaign} aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}-error` : undefined} onChange={(event) => setCampaign(event.target.value)}>
            <option value="">{t('common:choose')}</option>
            {campaigns.data?.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          {wrong && <MissingText id={`${id}-error`}>{t('bulk.campaignMissing')}</MissingText>}
        </div>
      )}
    </BulkDialog>
  );
}
