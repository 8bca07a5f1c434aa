import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ButtonLink } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { useSectors } from '../../../components/sectors';
import { StatusChip } from '../../../components/StatusChip';
import { useList } from '../../../components/useList';
import { useListState } from '../../../components/useListState';
import { RelativeDate } from '../../../components/values';
import { SlotsText } from '../../../components/WeekSlots';
import { listNeeds, type Need } from '../api/needs';
import { referralKeys } from '../api/keys';

const names = ['closed', 'mine', 'unanswered'] as const;

/** What educators look for, without naming anybody. */
export function NeedsPage() {
  const { t } = useTranslation('company-referrals');
  const sectors = useSectors();
  const mayOpen = useRight('company-referrals:answer');
  const seesAll = useRight('company-referrals:propose');
  const state = useListState({ filters: names });
  const query = { closed: state.filters.closed === 'true' || undefined, mine: state.filters.mine === 'true' || undefined, unanswered: state.filters.unanswered === 'true' || undefined };
  const shown = state.filters.closed === 'true' ? 'closed' : state.filters.unanswered === 'true' ? 'unanswered' : undefined;
  const list = useList({
    queryKey: referralKeys.needs(query),
    page: ({ signal, cursor, total }) => listNeeds({ ...query, cursor, total, limit: 25 }, signal),
  });
  const columns: Column<Need>[] = [
    { key: 'sectors', header: t('needs.sectors'), cell: (row) => (row.sectors.length > 0 ? row.sectors.map(sectors.name).join(', ') : t('needs.anySector')) },
    { key: 'area', header: t('needs.area'), cell: (row) => t('needs.within', { place: row.municipalityName ?? '', count: row.maxKm }) },
    { key: 'hours', header: t('opening.hours'), cell: (row) => row.weeklyHours && t('needs.upTo', { count: row.weeklyHours }) },
    { key: 'slots', header: t('opening.slots'), cell: (row) => (row.slots.length > 0 ? <SlotsText slots={row.slots} /> : t('needs.anyTime')), wideOnly: true },
    { key: 'by', header: t('needs.openedBy'), cell: (row) => row.openedByName },
    { key: 'at', header: t('needs.openedAt'), cell: (row) => <RelativeDate value={row.openedAt} /> },
    { key: 'state', header: t('needs.state'), cell: (row) => <NeedChip need={row} /> },
  ];
  const newNeed = mayOpen && (
    <ButtonLink to="/companies/needs/new" look="fill" icon="plus">
      {t('needs.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('needs.title')} count={list.total} subtitle={t('needs.intro')} actions={newNeed}>
      <ListBar>
        <FilterSelect
          label={t('needs.state')}
          value={shown}
          options={[
            { value: 'unanswered', label: t('needs.unanswered') },
            { value: 'closed', label: t('needs.closedOnes') },
          ]}
          onChange={(value) => state.setFilters({ closed: value === 'closed' ? 'true' : undefined, unanswered: value === 'unanswered' ? 'true' : undefined })}
        />
        {seesAll && mayOpen && <FilterSelect label={t('whose')} value={state.filters.mine} options={[{ value: 'true', label: t('mine') }]} onChange={(value) => state.setFilter('mine', value)} />}
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          state.filters.closed === 'true' && { key: 'closed', name: t('needs.state'), label: t('needs.closedOnes'), onRemove: () => state.setFilter('closed', undefined) },
          state.filters.unanswered === 'true' && { key: 'unanswered', name: t('needs.state'), label: t('needs.unanswered'), onRemove: () => state.setFilter('unanswered', undefined) },
          state.filters.mine === 'true' && { key: 'mine', name: t('whose'), label: t('mine'), onRemove: () => state.setFilter('mine', undefined) },
        ]}
      />
      <DataTable
        label={t('needs.title')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/companies/needs/${row.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('needs.empty'), text: t('needs.emptyText'), action: newNeed }}
      />
    </Page>
  );
}

export function NeedChip({ need }: { need: Need }) {
  const { t } = useTranslation('company-referrals');
  if (need.closedAt) return <StatusChip tone={need.closeReason === 'met' ? 'ok' : 'neutral'}>{t(`needs.closed.${need.closeReason ?? 'dropped'}`)}</StatusChip>;
  return need.openReferrals > 0 ? <StatusChip tone="blue">{t('needs.waiting', { count: need.openReferrals })}</StatusChip> : <StatusChip tone="warn">{t('needs.open')}</StatusChip>;
}
