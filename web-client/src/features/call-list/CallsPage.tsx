import { useEffect } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useRight } from '../../api/session';
import { FilterChips, FilterSelect, FoldedFilters } from '../../components/filters';
import { useDocumentTitle } from '../../components/Page';
import { Progress } from '../../components/parts';
import { useSectors } from '../../components/sectors';
import { EmptyState } from '../../components/states';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { listCalls, useCallCounts } from './api/call-list';
import { listCampaignCompanies, useCampaign } from './api/campaigns';
import { callKeys } from './api/keys';
import { CallDesk } from './CallDesk';

const reasons = ['due', 'dueToday', 'overdue', 'unreached', 'staleAvailability', 'neverCalled', 'reachedThisMonth', 'mine'] as const;

/** Where operators work through calls: for a reason of the call list, or the companies of a campaign. */
export function CallsPage() {
  const campaignId = useSearchParams()[0].get('campaign');
  return campaignId ? <CampaignCalls key={campaignId} campaignId={campaignId} /> : <ListCalls />;
}

function ListCalls() {
  const { t } = useTranslation('call-list');
  useDocumentTitle(t('title'));
  const navigate = useNavigate();
  const sectors = useSectors();
  const mayWrite = useRight('companies:write');
  const state = useListState({ filters: ['reason', 'mine', 'sector', 'days', 'company'] as const });
  const { reason: asked, sector, days } = state.filters;
  const reason = reasons.find((one) => one === asked) ?? 'due';
  // "Mine" is a reason of its own, for what is not due either, and narrows the other reasons.
  const mine = reason !== 'mine' && state.filters.mine === 'true';
  const query = { reason, sector, ...(mine ? { mine } : {}), ...(days && reason === 'staleAvailability' ? { days: Number(days) } : {}) };
  const list = useList({ queryKey: callKeys.list(query), page: ({ signal, ...at }) => listCalls({ ...query, ...at }, signal) });
  const counts = useCallCounts(mine).data;
  const clear = () => state.setFilters({ reason: undefined, mine: undefined, sector: undefined, days: undefined, company: undefined });
  return (
    <CallDesk
      scope={`${reason} ${mine} ${sector} ${days}`}
      rows={list.rows.map((company) => ({ id: company.id, company }))}
      list={list}
      staleDays={counts?.availabilityDays ?? 60}
      mayWrite={mayWrite}
      onLeave={() => void navigate('/companies')}
      header={
        <>
          <div className="row-head">
            <h1 tabIndex={-1} data-page-title>
              {t('title')}
            </h1>
            {counts && list.total !== undefined && <span className="muted">{t('doneToday', { done: counts.doneToday, left: list.total })}</span>}
          </div>
          <div className="call-filters">
            <FoldedFilters>
            <FilterSelect
              label={t('reasonLabel')}
              value={reason}
              options={reasons.map((value) => ({ value, label: counts && value !== 'due' ? `${t(`reason.${value}`)} (${counts[value]})` : t(`reason.${value}`) }))}
              onChange={(value) => state.setFilters({ reason: value, company: undefined })}
            />
            {reason !== 'mine' && (
              <FilterSelect
                label={t('lookedAfter')}
                value={mine ? 'true' : undefined}
                options={[{ value: 'true', label: t('reason.mine') }]}
                onChange={(value) => state.setFilters({ mine: value, company: undefined })}
              />
            )}
            <FilterSelect label={t('common:sector')} value={sector} options={sectors.options} onChange={(value) => state.setFilters({ sector: value, company: undefined })} />
            {reason === 'staleAvailability' && (
              <FilterSelect
                label={t('olderThan')}
                value={days}
                options={['30', '60', '90', '180', '365'].map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
                onChange={(value) => state.setFilters({ days: value, company: undefined })}
              />
            )}
            </FoldedFilters>
          </div>
          <FilterChips
            onClear={clear}
            chips={[
              reason !== 'due' && { key: 'reason', name: t('reasonLabel'), label: t(`reason.${reason}`), onRemove: () => state.setFilters({ reason: undefined, company: undefined }) },
              mine && { key: 'mine', name: t('lookedAfter'), label: t('reason.mine'), onRemove: () => state.setFilters({ mine: undefined, company: undefined }) },
              !!sector && { key: 'sector', name: t('common:sector'), label: sectors.name(sector), onRemove: () => state.setFilters({ sector: undefined, company: undefined }) },
            ]}
          />
        </>
      }
      empty={<EmptyState title={t('empty.title')} text={t('empty.text')} action={reason !== 'neverCalled' && <Link to="/companies/calls?reason=neverCalled">{t('empty.never')}</Link>} />}
    />
  );
}

function CampaignCalls({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('call-list');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const campaign = useCampaign(campaignId).data;
  const mayWrite = useRight('companies:write');
  const list = useList({ queryKey: callKeys.campaignCompanies(campaignId, false), page: ({ signal, cursor }) => listCampaignCompanies(campaignId, { done: false, cursor }, signal) });
  const counts = useCallCounts().data;
  useDocumentTitle(campaign?.name ?? t('title'));
  // Others are calling too: who has which company is looked at again now and then.
  useEffect(() => {
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: callKeys.campaignCompanies(campaignId, false) }), 20_000);
    return () => clearInterval(timer);
  }, [campaignId, queries]);
  return (
    <CallDesk
      campaignId={campaignId}
      scope={campaignId}
      rows={list.rows.map((row) => ({ id: row.id, company: row.company, heldByName: row.heldByMe ? null : row.heldByName }))}
      list={list}
      staleDays={counts?.availabilityDays ?? 60}
      mayWrite={mayWrite && !campaign?.closedAt}
      onLeave={() => void navigate(`/companies/campaigns/${campaignId}`)}
      header={
        <>
          <h1 tabIndex={-1} data-page-title>
            {campaign?.name ?? t('title')}
          </h1>
          {campaign && <Progress label={t('campaign.done')} done={campaign.done} total={campaign.companies} />}
          <Link to={`/companies/campaigns/${campaignId}`}>{t('campaign.open')}</Link>
        </>
      }
      empty={<EmptyState title={t('campaign.finished')} text={t('campaign.finishedText')} action={<Link to={`/companies/campaigns/${campaignId}`}>{t('campaign.open')}</Link>} />}
    />
  );
}
