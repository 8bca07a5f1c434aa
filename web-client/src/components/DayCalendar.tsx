import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../lib/classes';
import { daysBetween, isDay, monthSpan, plusDays, plusMonths, weekOf } from '../lib/days';
import { columnDate, fullDate, monthName, shortDate, today } from '../lib/format';
import { phone, useMedia } from '../lib/use-media';
import { Button, IconButton } from './Button';
import { EmptyState, ErrorState, Skeleton } from './states';
import type { ListState } from './useListState';

/** The days that a calendar shows, and what turns it: kept in the address, so that "back" and a shared address find them again. */
export interface CalendarDays {
  /** The day around which the page lies. */
  day: string;
  month: boolean;
  from: string;
  to: string;
  go: (day: string) => void;
  show: (view: 'week' | 'month') => void;
}

/** The list state must have the filters `on` and `view`. */
export function useCalendarDays<Filter extends string>(state: ListState<Filter | 'on' | 'view'>): CalendarDays {
  const filters = state.filters as { on?: string; view?: string };
  const month = filters.view === 'month';
  const day = isDay(filters.on) ? filters.on : today();
  const span = month ? monthSpan(day) : { from: weekOf(day), to: plusDays(weekOf(day), 6) };
  return {
    day,
    month,
    ...span,
    go: (on) => state.setFilter('on', on === today() ? undefined : on),
    show: (view) => state.setFilter('view', view === 'month' ? 'month' : undefined),
  };
}

interface DayCalendarProps {
  label: string;
  days: CalendarDays;
  /** Undefined while it is being read. */
  items: { on: string; key: string; content: ReactNode }[] | undefined;
  error?: unknown;
  onRetry: () => void;
  /** The items are of the page before: the next ones are on their way. */
  stale?: boolean;
  empty: string;
  /** Filters, at the end of the bar. */
  children?: ReactNode;
}

/** A week or a month of days; a list of days on a phone. Left and right turn the page, T comes back to today. */
export function DayCalendar({ label, days, items, error, onRetry, stale, empty, children }: DayCalendarProps) {
  const { t } = useTranslation('common');
  const isPhone = useMedia(phone);
  const { day, month, from, to, go } = days;
  const turn = (by: 1 | -1) => go(month ? plusMonths(day, by) : plusDays(day, 7 * by));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input, select, textarea')) return;
    const action = { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1), t: () => go(today()) }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  const of = (on: string) => items?.filter((item) => item.on === on) ?? [];
  const all = daysBetween(from, to);
  const shown = isPhone ? all.filter((one) => of(one).length > 0 || one === today()) : all;
  return (
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
            <Button key={view} small look={month === (view === 'month') ? 'fill' : 'quiet'} aria-pressed={month === (view === 'month')} onClick={() => days.show(view)}>
              {t(`calendar.${view}View`)}
            </Button>
          ))}
        </div>
        {children}
      </div>
      {error ? <ErrorState error={error} onRetry={onRetry} /> : !items ? <Skeleton lines={8} /> : (
        <>
          <ol className={classes('calendar-grid', month && 'month', stale && 'stale')} aria-label={label}>
            {shown.map((one) => (
              <li key={one} className={classes(one === today() && 'today', month && one.slice(0, 7) !== day.slice(0, 7) && 'other')}>
                <h3>
                  <time dateTime={one}>
                    {!isPhone && <span aria-hidden="true">{columnDate(one)}</span>}
                    <span className={isPhone ? undefined : 'visually-hidden'}>{fullDate(one)}</span>
                  </time>
                </h3>
                {of(one).length === 0 ? <span className="visually-hidden">{t('calendar.free')}</span> : (
                  <ul>
                    {of(one).map((item) => (
                      <li key={item.key}>{item.content}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
          {items.length === 0 && <EmptyState icon="calendar" title={empty} />}
        </>
      )}
    </div>
  );
}
