import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import { totalDue, usePutOff, useToday, type Today, type TodayTask } from '../../api/today';
import { Button } from '../../components/Button';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { RelativeDate } from '../../components/values';
import { classes } from '../../lib/classes';
import { fullDate, number, relativeDate, today } from '../../lib/format';
import { putOffDays } from './put-off';

const groups = ['late', 'today', 'week'] as const;

export function TodayPage() {
  const { t } = useTranslation('today');
  const { data: me } = useMe();
  const query = useToday();
  const name = me?.displayName.split(' ')[0] ?? '';
  return (
    <Page title={t(new Date().getHours() < 14 ? 'morning' : 'evening', { name })} documentTitle={t('title')} subtitle={[fullDate(today()), ...summary(query.data, t)].join(' · ')}>
      <Loaded query={query} lines={10}>
        {(due) => (
          <>
            <Counters due={due} />
            {totalDue(due) === 0 && (
              <div className="card0">
                <EmptyState title={t('empty.title')} text={t('empty.text')} />
              </div>
            )}
            {groups.map((urgency) => (
              <Group key={urgency} urgency={urgency} tasks={due.tasks.filter((task) => task.urgency === urgency)} all={totalDue(due) <= due.tasks.length} />
            ))}
            <PutOff due={due} />
            {due.tasks.length > 0 && totalDue(due) > due.tasks.length && <p className="muted">{t('mostUrgent', { count: due.tasks.length })}</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function summary(due: Today | undefined, t: ReturnType<typeof useTranslation>['t']): string[] {
  if (!due) return [];
  const count = totalDue(due);
  if (count === 0) return [t('nothing')];
  // The page shows the most urgent ones only: the counters know of the others.
  const counted = due.counters.filter((counter) => counter.urgency === 'late').reduce((sum, counter) => sum + counter.count, 0);
  const late = Math.max(counted, due.tasks.filter((task) => task.urgency === 'late').length);
  return [t('summary', { count }) + (late > 0 ? `, ${t('late', { count: late })}` : '')];
}

function Counters({ due }: { due: Today }) {
  const { t } = useTranslation('today');
  if (due.counters.length === 0) return null;
  return (
    <nav className="count" aria-label={t('counters')}>
      {due.counters.map((counter) => (
        <Link key={counter.kind + counter.link} to={counter.link} className={classes(counter.urgency === 'late' && 'late')}>
          <b>{number(counter.count)}</b>
          <span>{t([`counter.${counter.kind}`, 'otherCount'], { count: counter.count })}</span>
        </Link>
      ))}
    </nav>
  );
}

/** Where the page shows only some, a bare number over them would contradict the counters. */
function Group({ urgency, tasks, all }: { urgency: TodayTask['urgency']; tasks: TodayTask[]; all: boolean }) {
  const { t } = useTranslation('today');
  if (tasks.length === 0) return null;
  return (
    <section className="card0 group" aria-labelledby={`due-${urgency}`}>
      <header>
        <span className={`dot ${urgency}`} />
        <h2 id={`due-${urgency}`}>{t(`group.${urgency}`)}</h2>
        <span className="n">{all ? number(tasks.length) : t('first', { count: tasks.length })}</span>
      </header>
      <ul>
        {tasks.map((task, index) => (
          <Task key={index} task={task} />
        ))}
      </ul>
    </section>
  );
}

function Task({ task }: { task: TodayTask }) {
  const { t } = useTranslation('today');
  const toast = useToast();
  const putOff = usePutOff();
  const { kind, link, subject } = task;
  const until = (day: string) =>
    toast.after(putOff.mutateAsync({ kind, link, until: day }), t('putOffDone', { when: relativeDate(day) }), { undo: () => putOff.mutate({ kind, link, until: null }) });
  return (
    <li className="task">
      <div>
        <div className="t">{t([`kind.${kind}`, 'otherKind'])}</div>
        <div className="w">{[subject, task.detail].filter(Boolean).join(' · ')}</div>
      </div>
      {task.dueOn && (
        <span className="d">
          <RelativeDate value={task.dueOn} due />
        </span>
      )}
      <div className="task-do">
        <Link className="lnk" to={link} aria-label={`${t([`action.${kind}`, 'open'])}: ${subject}`}>
          {t([`action.${kind}`, 'open'])}
        </Link>
        <Menu
          label={t('putOff')}
          name={`${t('putOff')}: ${subject}`}
          heading={t('putOffUntil')}
          buttonClass="btn0 plain small"
          items={putOffDays(today()).map(({ name, day }) => ({ label: t(`day.${name}`), onSelect: () => until(day) }))}
        />
      </div>
    </li>
  );
}

/** What is off the page for now: nothing is hidden for good, and everything can be put back. */
function PutOff({ due }: { due: Today }) {
  const { t } = useTranslation('today');
  const toast = useToast();
  const putOff = usePutOff();
  if (due.putOff.length === 0) return null;
  return (
    <details className="card0 group put-off">
      <summary>
        <span className="dot" />
        <h2>{t('later')}</h2>
        <span className="n">{number(due.putOff.length)}</span>
      </summary>
      <ul>
        {due.putOff.map(({ task, until }) => (
          <li key={task.kind + task.link} className="task">
            <div>
              <div className="t">{t([`kind.${task.kind}`, 'otherKind'])}</div>
              <div className="w">{[task.subject, task.detail].filter(Boolean).join(' · ')}</div>
            </div>
            <span className="d">{t('comesBack', { when: relativeDate(until) })}</span>
            <Button
              look="plain"
              small
              aria-label={`${t('putBack')}: ${task.subject}`}
              onClick={() => toast.after(putOff.mutateAsync({ kind: task.kind, link: task.link, until: null }), t('putBackDone'))}
            >
              {t('putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
