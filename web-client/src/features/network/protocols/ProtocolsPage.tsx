import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ButtonLink } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { useListState } from '../../../components/useListState';
import { DateText } from '../../../components/values';
import { number } from '../../../lib/format';
import { protocolStates, useProtocols, type ProtocolItem } from '../api/protocols';
import { ProtocolChip } from './ProtocolChip';

export function ProtocolsPage() {
  const { t } = useTranslation('network');
  const state = useListState({ filters: ['state'] });
  const mayWrite = useRight('partner-bodies:write');
  const chosen = protocolStates.find((one) => one === state.filters.state);
  const list = useProtocols({ q: state.q || undefined, state: chosen });
  const columns: Column<ProtocolItem>[] = [
    { key: 'subject', header: t('protocols.subject'), cell: (row) => row.subject },
    { key: 'from', header: t('protocols.validFrom'), cell: (row) => <DateText value={row.validFrom} short />, wideOnly: true },
    { key: 'to', header: t('protocols.validTo'), cell: (row) => (row.validTo ? <DateText value={row.validTo} short /> : t('protocols.noEnd')) },
    { key: 'renewal', header: t('protocols.renewal'), cell: (row) => t(`renewal.${row.renewal}`), wideOnly: true },
    { key: 'signatories', header: t('signatories.title'), cell: (row) => number(Number(row.signatories)), align: 'end' },
    { key: 'state', header: t('stateLabel'), cell: (row) => <ProtocolChip state={row.state} /> },
  ];
  return (
    <Page
      title={t('protocols.title')}
      count={list.total}
      actions={
        mayWrite && (
          <ButtonLink to="/partner-bodies/protocols/new" look="fill" icon="plus">
            {t('protocols.new')}
          </ButtonLink>
        )
      }
    >
      <ListBar>
        <SearchBox label={t('protocols.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('stateLabel')} value={chosen} options={protocolStates.map((value) => ({ value, label: t(`protocolState.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
      </ListBar>
      <FilterChips text={{ name: t('protocols.search'), value: state.q, onChange: state.setQ }} onClear={state.clear} chips={[chosen && { key: 'state', name: t('stateLabel'), label: t(`protocolState.${chosen}`), onRemove: () => state.setFilter('state', undefined) }]} />
      <DataTable
        label={t('protocols.title')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/partner-bodies/protocols/${row.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('protocols.empty'), text: t('protocols.emptyText') }}
      />
    </Page>
  );
}
