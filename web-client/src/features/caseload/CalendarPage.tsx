import { type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, ButtonLink, IconButton } from '../../components/Button';
import { FilterSelect } from '../../components/filters';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { useListState } from '../../components/useListState';
import { classes } from '../../lib/classes';
import { fullDate, monthName, shortDate, today } from '../../lib/format';
import { phone, useMedia } from '../../lib/use-media';
import { useTeamCalendar, type CalendarItem } from './api/board';
import { daysBetween, isDay, monthSpan, plusDays, plusMonths, weekOf } from './days';

/** The days of one's équipes, a week or a month at a time; a list of days on a phone. Left and right turn the page, T comes back to today. */
export function CalendarPage() {
  const { t } = useTranslation('caseload');
  const isPhone = useMedia(phone);
  const state = useListState({ filters: ['on', 'view', 'member'] });
  const month = state.filters.view === 'month';
  const day = isDay(state.filters.on) ? state.filters.on : today();
  const { from, to } = month ? monthSpan(day) : { from: weekOf(day), to: plusDays(weekOf(day), 6) };
  const calendar = useTeamCalendar(from, to, state.filters.member);
  const go = (on: string) => state.setFilter('on', on === today() ? undefined : on);
  const turn = (by: 1 | -1) => go(month ? plusMonths(day, by) : plusDays(day, 7 * by));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input, select, textarea')) return;
    const action = { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1), t: () => go(today()) }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  const of = (on: string) => calendar.data?.items.filter((item) => item.on === on) ?? [];
  const days = daysBetween(from, to);
  const shown = isPhone ? days.filter((one) => of(one).length > 0 || one === today()) : days;
  return (
    <Page title={t('calendar.title')} width="wide" actions={<ButtonLink icon="link" to="/partner-bodies/calendar">{t('calendar.feed')}</ButtonLink>}>
      <div onKeyDown={onKeyDown}>
        <div className="calendar-bar">
          <IconButton icon="chevron-left" label={t(month ? 'calendar.monthBefore' : 'calendar.weekBefore')} onClick={() => turn(-1)} />
          <h2 aria-live="polite">{month ? monthName(day) : t('calendar.week', { from: shortDate(from), to: shortDate(to) })}</h2>
          <IconButton icon="chevron-right" label={t(month ? 'calendar.monthAfter' : 'calendar.weekAfter')} onClick={() => turn(1)} />
          <Button small onClick={() => go(today())}>
            {t('calendar.today')}
          </Button>
          <div className="segments" role="group" aria-label={t('calendar.view')}>
            {(['week', 'month'] as const).map((view) => (
              <Button key={view} small look={month === (view === 'month') ? 'fill' : 'quiet'} aria-pressed={month === (view === 'month')} onClick={() => state.setFilter('view', view === 'month' ? 'month' : undefined)}>
                {t(`calendar.${view}View`)}
              </Button>
            ))}
          </div>
          <FilterSelect label={t('calendar.member')} value={state.filters.member} options={(calendar.data?.members ?? []).map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => state.setFilter('member', value)} />
        </div>
        {calendar.data?.truncated && <Notice tone="warn">{t('calendar.truncated')}</Notice>}
        {calendar.error ? <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} /> : !calendar.data ? <Skeleton lines={8} /> : (
          <>
            <ol className={classes('calendar-grid', month && 'month', calendar.isPlaceholderData && 'stale')} aria-label={t('calendar.title')}>
              {shown.map((one) => (
                <li key={one} className={classes(one === today() && 'today', month && one.slice(0, 7) !== day.slice(0, 7) && 'other')}>
                  <h3>
                    <time dateTime={one}>{fullDate(one)}</time>
                  </h3>
                  {of(one).length === 0 ? <span className="visually-hidden">{t('calendar.free')}</span> : (
                    <ul>
                      {of(one).map((item) => (
                        <li key={`${item.kind}${item.id}`}>
                          <Item item={item} />
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ol>
            {calendar.data.items.length === 0 && <EmptyState icon="calendar" title={t('calendar.empty')} />}
          </>
        )}
      </div>
    </Page>
  );
}

function Item({ item }: { item: CalendarItem }) {
  const { t } = useTranslation('caseload');
  const to =
    item.kind === 'reading' ? `/beneficiaries/readings/${item.id}`
    : item.kind === 'review' ? `/beneficiaries/${item.beneficiaryId}/cases/${item.caseId}/plans/${item.id}`
    : item.kind === 'followUp' ? `/beneficiaries/${item.beneficiaryId}#outcome`
    : `/beneficiaries/${item.beneficiaryId}#appointments`;
  const what = item.kind === 'appointment' ? t(`appointmentKind.${(item.code ?? 'other') as 'other'}`) : t(`calendar.kind.${item.kind}`);
  return (
    <Link to={to} className={classes('calendar-item', item.kind, item.state === 'held' && 'done')}>
      <b>{[item.at, item.displayName ?? what].filter(Boolean).join(' ')}</b>
      <span>{[item.displayName && what, item.userName, item.state && item.state !== 'planned' && t(`calendar.state.${item.state}`)].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
