import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ButtonLink } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { Page } from '../../../components/Page';
import { StatusChip } from '../../../components/StatusChip';
import { useList } from '../../../components/useList';
import { DateText } from '../../../components/values';
import { today } from '../../../lib/format';
import { referralKeys } from '../api/keys';
import { listReadings, type ReadingItem } from '../api/readings';

/** The meetings that one organises or is in. */
export function ReadingsPage() {
  const { t } = useTranslation('referrals');
  const mayOrganise = useRight('referrals:decide');
  const list = useList<ReadingItem>({ queryKey: referralKeys.readings({}), page: ({ cursor, total, signal }) => listReadings({ cursor, total, limit: 25 }, signal) });
  const columns: Column<ReadingItem>[] = [
    {
      key: 'day',
      header: t('readings.heldOn'),
      cell: (reading) => (
        <>
          <DateText value={reading.heldOn} />
          {reading.startsAt && `, ${reading.startsAt}`}
        </>
      ),
    },
    { key: 'state', header: t('stateLabel'), cell: (reading) => <ReadingChip state={reading.state} heldOn={reading.heldOn} /> },
    { key: 'place', header: t('readings.place'), cell: (reading) => reading.place ?? '' },
    { key: 'members', header: t('readings.team'), cell: (reading) => Number(reading.members), align: 'end' },
    { key: 'agenda', header: t('readings.decided'), cell: (reading) => t('readings.decidedOf', { decided: reading.decided, count: Number(reading.onAgenda) }) },
  ];
  return (
    <Page
      title={t('readings.nav')}
      count={list.total}
      actions={
        mayOrganise && (
          <ButtonLink look="fill" icon="plus" to="/beneficiaries/readings/new">
            {t('readings.plan')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        label={t('readings.nav')}
        columns={columns}
        list={list}
        rowKey={(reading) => reading.id}
        rowLink={(reading) => `/beneficiaries/readings/${reading.id}`}
        empty={{ title: t('readings.empty.title'), text: t(mayOrganise ? 'readings.empty.text' : 'readings.empty.textMember') }}
      />
    </Page>
  );
}

export function ReadingChip({ state, heldOn }: { state: ReadingItem['state']; heldOn: string }) {
  const { t } = useTranslation('referrals');
  if (state === 'closed') return <StatusChip>{t('readings.state.closed')}</StatusChip>;
  const day = today();
  return heldOn < day ? (
    <StatusChip tone="late">{t('readings.state.toClose')}</StatusChip>
  ) : (
    <StatusChip tone="blue">{t(heldOn === day ? 'readings.state.today' : 'readings.state.planned')}</StatusChip>
  );
}
