import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { DateText } from '../../../components/values';
import { useWaitingList, type WaitingList, type WaitingRow } from '../api/waiting-list';

/** Who waits, in order; each row says why it stands where it stands. */
export function WaitingListPage() {
  const { t } = useTranslation('referrals');
  const query = useWaitingList();
  const rows = query.data?.items ?? [];
  const columns: Column<WaitingRow>[] = [
    {
      key: 'name',
      header: t('person'),
      cell: (row) => (
        <>
          {t('waiting.place', { position: row.position })} {row.displayName} {row.restricted && <StatusChip>{t('restricted')}</StatusChip>}
        </>
      ),
    },
    {
      key: 'points',
      header: t('waiting.points'),
      align: 'end',
      cell: (row) => <b>{Number(row.points)}</b>,
    },
    { key: 'why', header: t('waiting.why'), cell: (row) => (row.why.length === 0 ? t('waiting.noPoints') : row.why.map((line) => `${t(`criterion.${line.criterion}`)} ${Number(line.points)}`).join(' · ')) },
    { key: 'since', header: t('waiting.since'), cell: (row) => t('waiting.days', { count: Number(row.days) }) },
    { key: 'body', header: t('body'), cell: (row) => row.bodyName ?? '' },
  ];
  return (
    <Page
      title={t('waiting.nav')}
      count={query.data ? rows.length : undefined}
      actions={
        <ButtonLink look="fill" icon="settings" to="/beneficiaries/waiting-list/criteria">
          {t('waiting.criteria')}
        </ButtonLink>
      }
    >
      {query.data && <InForce list={query.data} />}
      <DataTable
        label={t('waiting.nav')}
        columns={columns}
        list={{ rows, total: rows.length, isPending: query.isPending, isStale: false, error: query.error, hasMore: false, isLoadingMore: false, loadMore: () => undefined, refetch: () => void query.refetch() }}
        rowKey={(row) => row.id}
        rowLink={(row) => `/beneficiaries/referrals/${row.id}`}
        empty={{ title: t('waiting.empty.title'), text: t('waiting.empty.text') }}
      />
    </Page>
  );
}

function InForce({ list }: { list: WaitingList }) {
  const { t } = useTranslation('referrals');
  const inForce = list.criteria;
  if (!inForce) return <Notice tone="warn" title={t('waiting.noCriteria')}>{t('waiting.noCriteriaText')}</Notice>;
  return (
    <SectionCard title={t('waiting.inForce')} note={inForce.note}>
      <p>
        {inForce.items.map((item) => (
          <StatusChip key={item.criterion}>
            {t(`criterion.${item.criterion}`)} {Number(item.points)}
          </StatusChip>
        ))}
      </p>
      <p className="hint">
        {t('waiting.validFrom')} <DateText value={inForce.validFrom} />
        {inForce.declaredBy && `, ${inForce.declaredBy}`}
      </p>
    </SectionCard>
  );
}
