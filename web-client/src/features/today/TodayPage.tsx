import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import { totalDue, useToday, type Today, type TodayTask } from '../../api/today';
import { Page } from '../../components/Page';
import { EmptyState, Loaded } from '../../components/states';
import { RelativeDate } from '../../components/values';
import { classes } from '../../lib/classes';
import { fullDate, number, today } from '../../lib/format';

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
              <Group key={urgency} urgency={urgency} tasks={due.tasks.filter((task) => task.urgency === urgency)} />
            ))}
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
  const late = due.tasks.filter((task) => task.urgency === 'late').length;
  // Where every task on the page is late, there may be more late ones that are not on it.
  const isWhole = late < due.tasks.length || count === due.tasks.length;
  return [t('summary', { count }) + (late > 0 && isWhole ? `, ${t('late', { count: late })}` : '')];
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

function Group({ urgency, tasks }: { urgency: TodayTask['urgency']; tasks: TodayTask[] }) {
  const { t } = useTranslation('today');
  if (tasks.length === 0) return null;
  return (
    <section className="card0 group" aria-labelledby={`due-${urgency}`}>
      <header>
        <span className={`dot ${urgency}`} />
        <h2 id={`due-${urgency}`}>{t(`group.${urgency}`)}</h2>
        <span className="n">{number(tasks.length)}</span>
      </header>
      <ul>
        {tasks.map((task, index) => (
          <li key={index} className="task">
            <div>
              <div className="t">{t([`kind.${task.kind}`, 'otherKind'])}</div>
              <div className="w">{[task.subject, task.detail].filter(Boolean).join(' · ')}</div>
            </div>
            {task.dueOn && (
              <span className="d">
                <RelativeDate value={task.dueOn} due />
              </span>
            )}
            <Link className="lnk" to={task.link} aria-label={`${t([`action.${task.kind}`, 'open'])}: ${task.subject}`}>
              {t([`action.${task.kind}`, 'open'])}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
