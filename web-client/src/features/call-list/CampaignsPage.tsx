import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { StatusChip } from '../../components/StatusChip';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { RelativeDate } from '../../components/values';
import { number } from '../../lib/format';
import { listCampaigns, type CampaignItem } from './api/campaigns';
import { callKeys } from './api/keys';

export function CampaignsPage() {
  const { t } = useTranslation('call-list');
  const mayWrite = useRight('companies:write');
  const state = useListState({ filters: ['open'] as const });
  const open = state.filters.open === 'true';
  const list = useList({ queryKey: callKeys.campaignList(open), page: ({ signal, cursor }) => listCampaigns({ cursor, ...(open ? { open } : {}) }, signal) });
  const columns: Column<CampaignItem>[] = [
    { key: 'name', header: t('campaign.name'), cell: (row) => row.name },
    { key: 'goal', header: t('campaign.goal'), cell: (row) => row.goal, wideOnly: true },
    { key: 'progress', header: t('campaign.progress'), cell: (row) => t('campaign.of', { done: number(row.done), total: number(row.companies) }) },
    { key: 'by', header: t('campaign.by'), cell: (row) => row.createdByName },
    { key: 'at', header: t('campaign.at'), cell: (row) => <RelativeDate value={row.createdAt} /> },
    { key: 'state', header: t('campaign.state'), cell: (row) => <CampaignChip closedAt={row.closedAt} finished={row.done >= row.companies} /> },
  ];
  const add = mayWrite && (
    <ButtonLink to="/companies/campaigns/new" look="fill" icon="plus">
      {t('campaign.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('campaign.nav')} actions={add}>
      <ListBar>
        <FilterSelect label={t('campaign.state')} value={state.filters.open} options={[{ value: 'true', label: t('campaign.onlyOpen') }]} onChange={(value) => state.setFilter('open', value)} />
      </ListBar>
      <FilterChips onClear={state.clear} chips={[open && { key: 'open', name: t('campaign.state'), label: t('campaign.onlyOpen'), onRemove: () => state.setFilter('open', undefined) }]} />
      <DataTable
        label={t('campaign.nav')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/companies/campaigns/${row.id}`}
        onClearFilters={open ? state.clear : undefined}
        empty={{ title: t('campaign.none'), text: t('campaign.noneText'), action: add }}
      />
    </Page>
  );
}

export function CampaignChip({ closedAt, finished }: { closedAt?: string | null; finished: boolean }) {
  const { t } = useTranslation('call-list');
  if (closedAt) return <StatusChip>{t('campaign.closed')}</StatusChip>;
  return <StatusChip tone={finished ? 'ok' : 'blue'}>{t(finished ? 'campaign.complete' : 'campaign.running')}</StatusChip>;
}
