import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/session';
import { Menu } from '../components/Menu';
import { classes } from '../lib/classes';
import { allowedTo } from './modules';

/** The sections of the module that one is in: its own list and the modules that are `under` it, those of seldom use in a menu at the end. Records have the whole page for themselves. */
export function Sections({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const links = useRef<HTMLDivElement>(null);
  // On a phone there are more of them than fit: the one that one is in is always in sight.
  useEffect(() => {
    const row = links.current;
    const on = row?.querySelector<HTMLElement>('.on');
    if (row && on) row.scrollLeft = on.offsetLeft - row.offsetLeft - (row.clientWidth - on.offsetWidth) / 2;
  }, [pathname]);
  const allowed = allowedTo(me);
  const here = allowed.find((module) => (module.under ? `${pathname}/`.startsWith(`${module.path}/`) : pathname === module.path));
  const root = here && allowed.find((module) => module.path === (here.under ?? here.path));
  const sections = root ? [root, ...allowed.filter((module) => module.under === root.path)] : [];
  if (!root || sections.length < 2) return null;
  const isSeldom = (section: (typeof sections)[number]) => section.secondary && section !== here && section !== root;
  const [shown, rest] = [sections.filter((section) => !isSeldom(section)), sections.filter(isSeldom)];
  return (
    <nav className="sections" aria-label={t('common:sections', { name: t(root.label) })}>
      <div className="section-links" ref={links}>
        {shown.map((section) => (
          <NavLink key={section.path} to={section.path} end={section === root} className={({ isActive }) => classes(isActive && 'on')}>
            {section === root ? t('common:wholeList') : t(section.label)}
          </NavLink>
        ))}
      </div>
      {rest.length > 0 && <Menu label={t('common:more')} buttonClass="section-more" items={rest.map((section) => ({ label: t(section.label), icon: section.icon, to: section.path }))} />}
    </nav>
  );
}
