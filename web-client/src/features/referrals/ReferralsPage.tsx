import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { Tabs } from '../../components/parts';
import { StatusChip } from '../../components/StatusChip';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { RelativeDate } from '../../components/values';
import { referralKeys } from './api/keys';
import { listReferrals, urgencies, useCounts, type ReferralItem } from './api/referrals';
import { DueChip, StateChip, UrgencyChip } from './chips';

const tabs = ['toAnswer', 'received', 'inReading', 'waitingList', 'takenOn', 'declined', 'withdrawn'] as const;

/** What waits for an answer first, the nearest day on top. */
export function ReferralsPage() {
  const { t } = useTranslation('referrals');
  const mayWrite = useRight('referrals:write');
  const state = useListState({ filters: ['state', 'due', 'urgency'] });
  const tab = tabs.find((one) => one === state.filters.state) ?? 'toAnswer';
  const due = state.filters.due === 'late' || state.filters.due === 'soon' ? state.filters.due : undefined;
  const urgency = urgencies.find((one) => one === state.filters.urgency);
  const query = { state: tab, due, urgency };
  const list = useList<ReferralItem>({ queryKey: referralKeys.list(query), page: ({ cursor, total, signal }) => listReferrals({ ...query, cursor, total, limit: 25 }, signal) });
  const counts = useCounts().data;
  const countOf = (one: (typeof tabs)[number]) => (counts ? Number(one === 'toAnswer' ? Number(counts.received) + Number(counts.inReading) : counts[one]) : undefined);

  const columns: Column<ReferralItem>[] = [
    {
      key: 'name',
      header: t('person'),
      cell: (referral) => (
        <>
          {referral.displayName} {referral.restricted && <StatusChip>{t('restricted')}</StatusChip>}
        </>
      ),
    },
    { key: 'state', header: t('stateLabel'), cell: (referral) => <StateChip state={referral.state} informationAsked={referral.informationAsked} /> },
    { key: 'urgency', header: t('urgencyLabel'), cell: (referral) => <UrgencyChip urgency={referral.urgency} /> },
    { key: 'body', header: t('body'), cell: (referral) => referral.bodyName ?? '' },
    { key: 'received', header: t('receivedOn'), cell: (referral) => <RelativeDate value={referral.receivedOn} />, wideOnly: true },
    { key: 'due', header: t('answer'), cell: (referral) => <DueChip referral={referral} /> },
  ];

  return (
    <Page
      title={t('nav')}
      actions={
        mayWrite && (
          <ButtonLink look="fill" icon="plus" to="/beneficiaries/referrals/new">
            {t('receive')}
          </ButtonLink>
        )
      }
    >
      <Tabs label={t('stateLabel')} tabs={tabs.map((key) => ({ key, label: t(`tab.${key}`), count: countOf(key) }))} current={tab} onChange={(key) => state.setFilters({ state: key === 'toAnswer' ? undefined : key, due: undefined })}>
        <ListBar>
          <FilterSelect label={t('dueLabel')} value={due} options={(['late', 'soon'] as const).map((value) => ({ value, label: t(`dueFilter.${value}`) }))} onChange={(value) => state.setFilter('due', value)} />
          <FilterSelect label={t('urgencyLabel')} value={urgency} options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))} onChange={(value) => state.setFilter('urgency', value)} />
        </ListBar>
        <FilterChips
          chips={[
            due && { key: 'due', label: t(`dueFilter.${due}`), name: t('dueLabel'), onRemove: () => state.setFilter('due', undefined) },
            urgency && { key: 'urgency', label: t(`urgency.${urgency}`), name: t('urgencyLabel'), onRemove: () => state.setFilter('urgency', undefined) },
          ]}
          onClear={() => state.setFilters({ due: undefined, urgency: undefined })}
        />
        <DataTable
          label={t('nav')}
          columns={columns}
          list={list}
          rowKey={(referral) => referral.id}
          rowLink={(referral) => `/beneficiaries/referrals/${referral.id}`}
          empty={{ title: t(`empty.${tab === 'toAnswer' || tab === 'received' ? 'toAnswer' : 'other'}`), text: t('empty.text') }}
          onClearFilters={due || urgency ? () => state.setFilters({ due: undefined, urgency: undefined }) : undefined}
        />
      </Tabs>
    </Page>
  );
}
