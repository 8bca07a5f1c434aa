import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { useSectors } from '../../components/sectors';
import { useSelection } from '../../components/selection';
import { useList } from '../../components/useList';
import { RelativeDate } from '../../components/values';
import { listCompanies, type CompanyItem } from './api/companies';
import { companyKeys } from './api/keys';
import { AvailabilityChip } from './AvailabilityChip';
import { AssignDialog } from './list/AssignDialog';
import { CampaignDialog } from './list/CampaignDialog';
import { ExportDialog } from './list/ExportDialog';
import { CompanyFilters, useCompanyFilters } from './list/filters';
import { TagDialog } from './list/TagDialog';

export function CompaniesPage() {
  const { t } = useTranslation('companies');
  const { state, query } = useCompanyFilters();
  const sectors = useSectors();
  const mayWrite = useRight('companies:write');
  const mayExport = useRight('companies:export');
  const list = useList({ queryKey: companyKeys.list(query), page: ({ signal, ...at }) => listCompanies({ ...query, ...at }, signal) });
  const selection = useSelection(query);
  // A campaign is made of what the list shows now.
  const asked = new URLSearchParams(Object.entries({ q: state.q, ...state.filters }).filter((entry): entry is [string, string] => !!entry[1])).toString();
  const [doing, setDoing] = useState<'list' | 'chosen' | 'assign' | 'tag' | 'campaign'>();
  const done = () => setDoing(undefined);
  const columns: Column<CompanyItem>[] = [
    { key: 'name', header: t('name'), sort: state.q ? undefined : 'name', cell: (row) => row.name },
    { key: 'sector', header: t('common:sector'), cell: (row) => sectors.name(row.sector) },
    { key: 'municipality', header: t('municipality'), cell: (row) => (row.municipalityName ? `${row.municipalityName} (${row.province})` : '') },
    { key: 'availability', header: t('availability.title'), cell: (row) => <AvailabilityChip row={row} /> },
    { key: 'phone', header: t('phone'), cell: (row) => row.phone, wideOnly: true },
    { key: 'next', header: t('nextContact'), sort: state.q ? undefined : 'nextContactOn', cell: (row) => (row.nextContactOn ? <RelativeDate value={row.nextContactOn} due /> : '') },
  ];
  return (
    <Page
      title={t('title')}
      count={list.total}
      actions={
        <>
          {mayWrite && (
            <>
              <ButtonLink to="/companies/new" look="fill" icon="plus">
                {t('new')}
              </ButtonLink>
              <ButtonLink to="/companies/import" icon="upload">
                {t('import.open')}
              </ButtonLink>
            </>
          )}
          {mayExport && (
            <Button icon="download" onClick={() => setDoing('list')}>
              {t('export.open')}
            </Button>
          )}
          {mayWrite && (
            <Menu label={t('more')} items={[{ label: t(state.isFiltered ? 'campaignFromFilters' : 'campaign'), icon: 'flag', to: `/companies/campaigns/new${asked && `?${asked}`}` }]} />
          )}
        </>
      }
    >
      <CompanyFilters state={state} />
      <DataTable
        label={t('title')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/companies/${row.id}`}
        sort={{ value: state.sort, onChange: state.setSort }}
        selection={mayExport || mayWrite ? selection : undefined}
        bulkActions={
          <>
            {mayWrite && (
              <>
                <Button small icon="user" onClick={() => setDoing('assign')}>
                  {t('bulk.assign')}
                </Button>
                <Button small icon="bookmark" onClick={() => setDoing('tag')}>
                  {t('bulk.tag')}
                </Button>
                <Button small icon="telephone" onClick={() => setDoing('campaign')}>
                  {t('bulk.addToCampaign')}
                </Button>
              </>
            )}
            {mayExport && (
              <Button small icon="download" onClick={() => setDoing('chosen')}>
                {t('export.chosen')}
              </Button>
            )}
          </>
        }
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{
          title: t('empty.title'),
          text: t('empty.text'),
          action: mayWrite && (
            <ButtonLink to="/companies/import" icon="upload">
              {t('import.open')}
            </ButtonLink>
          ),
        }}
      />
      {(doing === 'list' || doing === 'chosen') && (
        <ExportDialog what={doing === 'chosen' ? { ids: [...selection.keys] } : { filters: query }} count={doing === 'chosen' ? selection.keys.size : list.total} onClose={done} />
      )}
      {doing === 'assign' && <AssignDialog selection={selection} onClose={done} />}
      {doing === 'tag' && <TagDialog selection={selection} onClose={done} />}
      {doing === 'campaign' && <CampaignDialog selection={selection} onClose={done} />}
    </Page>
  );
}
