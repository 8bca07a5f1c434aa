import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayCalendar, useCalendarDays } from '../../../components/DayCalendar';
import { Notice } from '../../../components/parts';
import type { ListState } from '../../../components/useListState';
import { classes } from '../../../lib/classes';
import { today } from '../../../lib/format';
import { internshipKeys } from '../api/keys';
import { listDueVisits, type DueVisit, type VisitQuery } from '../api/monitoring';
import { capital } from '../words';

const most = 200;

/** The visits due, each on its day; those of before the page are a link away. */
export function VisitsCalendar({ state, query }: { state: ListState<'kind' | 'due' | 'alert' | 'mine' | 'as' | 'on' | 'view'>; query: VisitQuery }) {
  const { t } = useTranslation('internships');
  const days = useCalendarDays(state);
  const asked = { ...query, from: days.from, to: days.to, limit: most };
  const visits = useQuery({ queryKey: internshipKeys.visits(asked), queryFn: ({ signal }) => listDueVisits(asked, signal), placeholderData: (before) => before });
  return (
    <>
      {visits.data?.nextCursor && <Notice tone="warn">{t('monitoring.calendarTruncated', { count: most })}</Notice>}
      <DayCalendar
        label={t('monitoring.listTitle')}
        days={days}
        items={visits.data?.items.map((one) => ({ on: one.dueOn, key: one.internshipId + one.kind, content: <Entry visit={one} /> }))}
        error={visits.error}
        onRetry={() => void visits.refetch()}
        stale={visits.isPlaceholderData}
        empty={t('monitoring.calendarEmpty')}
      />
    </>
  );
}

function Entry({ visit }: { visit: DueVisit }) {
  const { t } = useTranslation('internships');
  return (
    <Link to={`/internships/${visit.internshipId}/visits/${visit.kind}`} className={classes('calendar-item', visit.kind === 'interview' && 'followUp', visit.dueOn < today() && 'late')}>
      <b>{visit.personName}</b>
      <span>{[capital(t(`monitoring.kind.${visit.kind}`)), visit.companyName].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
