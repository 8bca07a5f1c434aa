import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayCalendar, useCalendarDays } from '../../../components/DayCalendar';
import { Notice } from '../../../components/parts';
import type { ListState } from '../../../components/useListState';
import { RelativeDate } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { classes } from '../../../lib/classes';
import { plusDays } from '../../../lib/days';
import { today } from '../../../lib/format';
import { internshipKeys } from '../api/keys';
import { listDueVisits, type DueVisit, type VisitQuery } from '../api/monitoring';

const most = 200;
const mostLate = 6;

/** The visits due, each on its day; what is late and lies before the days of the page stands above them, the oldest first. */
export function VisitsCalendar({ state, query }: { state: ListState<'kind' | 'due' | 'alert' | 'mine' | 'as' | 'on' | 'view'>; query: VisitQuery }) {
  const { t } = useTranslation('internships');
  const days = useCalendarDays(state);
  const asked = { ...query, from: days.from, to: days.to, limit: most };
  const visits = useQuery({ queryKey: internshipKeys.visits(asked), queryFn: ({ signal }) => listDueVisits(asked, signal), placeholderData: (before) => before });
  return (
    <>
      <LateBefore from={days.from} query={query} />
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

/** A calendar that opens on this week must not look as if nothing were due. */
function LateBefore({ from, query }: { from: string; query: VisitQuery }) {
  const { t } = useTranslation('internships');
  const before = from <= today() ? from : today();
  const asked = { ...query, due: 'late' as const, to: plusDays(before, -1), limit: mostLate, total: true };
  const late = useQuery({ queryKey: internshipKeys.visits(asked), queryFn: ({ signal }) => listDueVisits(asked, signal), placeholderData: (earlier) => earlier });
  const count = late.data?.total ?? 0;
  if (!late.data || count === 0) return null;
  const all = new URLSearchParams({ due: 'late', ...(query.kind ? { kind: query.kind } : {}), ...(query.mine ? { mine: 'true' } : {}), ...(query.alert ? { alert: 'true' } : {}) });
  return (
    <section className="late-before" aria-labelledby="late-before">
      <h2 id="late-before">{t('monitoring.lateBefore', { count })}</h2>
      <ul>
        {late.data.items.map((one) => (
          <li key={one.internshipId + one.kind}>
            <Entry visit={one} />
            <small className="muted">
              <RelativeDate value={one.dueOn} due />
            </small>
          </li>
        ))}
      </ul>
      {count > late.data.items.length && (
        <Link className="lnk" to={`/internships/visits?${all}`}>
          {t('monitoring.lateAll', { count })}
        </Link>
      )}
    </section>
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
