import { NavLink, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/session';
import { totalDue, type Today } from '../api/today';
import { Menu } from '../components/Menu';
import { Icon } from '../components/Icon';
import { classes } from '../lib/classes';
import { number } from '../lib/format';
import { phone, useMedia } from '../lib/use-media';
import type { FeatureModule } from '../lib/module';
import { entriesOf, leadsTo } from './modules';

const onPhone = 5;

export function Navigation({ me, today, folded, canFold, onFold }: { me: Me; today: Today | undefined; folded: boolean; canFold: boolean; onFold: () => void }) {
  const { t } = useTranslation();
  const isPhone = useMedia(phone);
  const { pathname } = useLocation();
  const visible = entriesOf(me);
  const first = isPhone ? visible.slice(0, visible.length > onPhone ? onPhone - 1 : onPhone) : visible.filter((module) => !module.secondary);
  const rest = isPhone ? visible.slice(first.length) : visible.filter((module) => module.secondary);
  const here = (module: FeatureModule) => leadsTo(module, pathname);

  return (
    <nav className="side" aria-label={t('common:navigation')}>
      {first.map((module) => (
        <Entry key={module.path} module={module} today={today} on={here(module)} />
      ))}
      {isPhone
        ? rest.length > 0 && (
            <Menu
              up
              name={t('common:more')}
              buttonClass={classes('entry', rest.some(here) && 'on')}
              label={
                <>
                  <Icon name="more-items" />
                  <span>{t('common:more')}</span>
                </>
              }
              items={rest.map((module) => ({ label: t(module.label), icon: module.icon, to: module.path }))}
            />
          )
        : rest.length > 0 && <hr />}
      {!isPhone && rest.map((module) => <Entry key={module.path} module={module} today={today} on={here(module)} />)}
      {!isPhone && canFold && (
        <button type="button" className="entry fold" onClick={onFold} aria-label={folded ? t('common:unfold') : t('common:fold')} title={folded ? t('common:unfold') : t('common:fold')}>
          <Icon name={folded ? 'chevron-right' : 'chevron-left'} />
          <span aria-hidden="true">{t('common:fold')}</span>
        </button>
      )}
    </nav>
  );
}

function Entry({ module, today, on }: { module: FeatureModule; today: Today | undefined; on: boolean }) {
  const { t } = useTranslation();
  const { count, late } = countOf(module, today);
  const label = t(module.label);
  return (
    <NavLink to={module.path} end={module.path === '/'} className={classes('entry', on && 'on')} title={label}>
      <Icon name={module.icon} />
      <span>{label}</span>
      {count > 0 && (
        <b className={classes(late && 'late')}>
          {number(count)}
          <span className="visually-hidden">, {t(late ? 'common:dueLate' : 'common:due')}</span>
        </b>
      )}
    </NavLink>
  );
}

/** The home page counts everything that is due, a module the counters of its area. */
export function countOf(module: FeatureModule, today: Today | undefined): { count: number; late: boolean } {
  if (!today) return { count: 0, late: false };
  if (module.path === '/') return { count: totalDue(today), late: today.tasks.some((task) => task.urgency === 'late') };
  const counters = today.counters.filter((counter) => counter.area === (module.area ?? module.path.slice(1)));
  return { count: counters.reduce((sum, counter) => sum + counter.count, 0), late: counters.some((counter) => counter.urgency === 'late') };
}
