import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Loaded, Skeleton } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { DateText } from '../../../components/values';
import { useMeetings, type MeetingItem } from '../api/meetings';
import { useTable, type Table } from '../api/tables';
import { MeetingChip } from '../meetings/MeetingChip';
import { MembersCard } from './MembersCard';

export function TablePage() {
  const { t } = useTranslation('network');
  const { tableId = '' } = useParams();
  const query = useTable(tableId);
  const mayWrite = useRight('partner-bodies:write');
  const table = query.data;
  return (
    <Page
      title={table?.name ?? t('tables.one')}
      back={{ to: '/partner-bodies/tables', label: t('tables.title') }}
      status={table?.closedOn && <StatusChip>{t('tables.closed')}</StatusChip>}
      subtitle={table && t(`kind.${table.kind}`)}
      actions={
        mayWrite && (
          <>
            <ButtonLink to="meetings/new" look="fill" icon="plus">
              {t('meetings.new')}
            </ButtonLink>
            <ButtonLink to="edit" look="quiet" icon="pencil">
              {t('edit')}
            </ButtonLink>
          </>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(loaded) => (
          <>
            {loaded.purpose && <p className="pre-line">{loaded.purpose}</p>}
            <MeetingsCard table={loaded} />
            <MembersCard table={loaded} mayWrite={mayWrite} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function MeetingsCard({ table }: { table: Table }) {
  const { t } = useTranslation('network');
  const query = useMeetings(table.id);
  const meetings = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SectionCard title={t('meetings.title')}>
      {query.isPending ? (
        <Skeleton lines={3} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : meetings.length === 0 ? (
        <EmptyState icon="calendar" title={t('meetings.empty')} text={t('meetings.emptyText')} />
      ) : (
        <ul className="rows">
          {meetings.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="load-more">
          <Button look="quiet" small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('meetings.more')}
          </Button>
        </div>
      )}
    </SectionCard>
  );
}

function MeetingRow({ meeting }: { meeting: MeetingItem }) {
  const { t } = useTranslation('network');
  const count = Number(meeting.decisions);
  return (
    <li className="row0">
      <div className="row0-main">
        <Link to={`meetings/${meeting.id}`}>
          <DateText value={meeting.day} />, {t('at', { from: meeting.startsAt })}
        </Link>
        <div className="muted">{[meeting.place, count > 0 && t('decisions.count', { count }), meeting.isRecordedAfterwards && t('meetings.afterwards')].filter(Boolean).join(' · ')}</div>
      </div>
      <MeetingChip state={meeting.state} />
    </li>
  );
}
