import { useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { DataTable, type Column } from '../../components/DataTable';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Progress } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { useList } from '../../components/useList';
import { DateText, RelativeDate } from '../../components/values';
import { clockTime } from '../../lib/format';
import { Bars } from './Bars';
import { CampaignDialog } from './CampaignDialog';
import { CampaignChip } from './CampaignsPage';
import { listCampaignCompanies, useCampaign, useCloseCampaign, type Campaign, type CampaignCompany } from './api/campaigns';
import { callKeys } from './api/keys';

/** How far a campaign is, who did what, and who is calling whom now. */
export function CampaignPage() {
  const { t } = useTranslation('call-list');
  const { campaignId = '' } = useParams();
  const query = useCampaign(campaignId);
  if (query.data) return <CampaignRecord campaign={query.data} />;
  return (
    <Page title={t('campaign.one')} back={{ to: '/companies/campaigns', label: t('campaign.nav') }}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function CampaignRecord({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('call-list');
  const mayWrite = useRight('companies:write');
  const close = useCloseCampaign(campaign.id);
  const confirm = useConfirm();
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const finished = campaign.done >= campaign.companies;
  const stop = async () => {
    if (!(await confirm({ title: t('campaign.closeTitle', { name: campaign.name }), text: t('campaign.closeText'), action: t('campaign.close') }))) return;
    toast.after(close.mutateAsync(), t('campaign.closeDone'));
  };
  return (
    <Page
      title={campaign.name}
      back={{ to: '/companies/campaigns', label: t('campaign.nav') }}
      status={<CampaignChip closedAt={campaign.closedAt} finished={finished} />}
      subtitle={
        <>
          {campaign.createdByName}, <DateText value={campaign.createdAt} />
          {campaign.closedAt && (
            <>
              {' · '}
              {t('campaign.closedBy', { name: campaign.closedByName })} <DateText value={campaign.closedAt} />
            </>
          )}
        </>
      }
      actions={
        mayWrite &&
        !campaign.closedAt && (
          <>
            {finished ? (
              <Button look="fill" busy={close.isPending} onClick={() => void stop()}>
                {t('campaign.close')}
              </Button>
            ) : (
              <ButtonLink look="fill" icon="telephone" to={`/companies/calls?campaign=${campaign.id}`}>
                {t('campaign.call')}
              </ButtonLink>
            )}
            <Menu
              label={t('campaign.more')}
              items={[
                { label: t('campaign.edit'), icon: 'pencil', onSelect: () => setEditing(true) },
                !finished && { label: t('campaign.close'), icon: 'check', onSelect: () => void stop() },
              ]}
            />
          </>
        )
      }
    >
      {campaign.goal && <p className="pre-line">{campaign.goal}</p>}
      <Progress label={t('campaign.done')} done={campaign.done} total={campaign.companies} />
      {campaign.calling.length > 0 && (
        <SectionCard title={t('campaign.now')}>
          <ul className="rows">
            {campaign.calling.map((one) => (
              <li key={one.companyId}>
                <b>{one.operatorName}</b>: {one.companyName} <span className="muted">{t('campaign.untilTime', { time: clockTime(one.heldUntil) })}</span>
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      {campaign.done > 0 && (
        <div className="columns">
          <SectionCard title={t('campaign.byOutcome')}>
            <Bars
              caption={t('campaign.byOutcome')}
              what={t('how')}
              unit={t('campaign.calls')}
              rows={campaign.byOutcome.map((row) => ({ key: row.outcome, label: t(`outcome.${row.outcome}`), count: row.calls }))}
            />
          </SectionCard>
          <SectionCard title={t('campaign.byOperator')}>
            <Bars caption={t('campaign.byOperator')} what={t('campaign.operator')} unit={t('campaign.calls')} rows={campaign.byOperator.map((row) => ({ key: row.operatorId, label: row.operatorName, count: row.calls }))} />
          </SectionCard>
        </div>
      )}
      <CalledCompanies campaignId={campaign.id} />
      {editing && <CampaignDialog campaign={campaign} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function CalledCompanies({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('call-list');
  const list = useList({ queryKey: callKeys.campaignCompanies(campaignId, true), page: ({ signal, cursor }) => listCampaignCompanies(campaignId, { done: true, cursor }, signal) });
  const columns: Column<CampaignCompany>[] = [
    { key: 'name', header: t('company'), cell: (row) => row.company.name },
    { key: 'outcome', header: t('how'), cell: (row) => row.outcome && t(`outcome.${row.outcome}`) },
    { key: 'by', header: t('campaign.operator'), cell: (row) => row.doneByName },
    { key: 'at', header: t('campaign.when'), cell: (row) => <RelativeDate value={row.doneAt} /> },
  ];
  return (
    <SectionCard title={t('campaign.called')} flush>
      <DataTable label={t('campaign.called')} columns={columns} list={list} rowKey={(row) => row.id} rowLink={(row) => `/companies/${row.id}`} empty={{ title: t('campaign.noneCalled') }} />
    </SectionCard>
  );
}
