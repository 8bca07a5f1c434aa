import { Suspense, useState } from 'react';
import { Link, Outlet, useLocation, useMatches } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/session';
import { useToday } from '../api/today';
import { Skeleton } from '../components/states';
import { useKeptFocus } from '../components/kept-focus';
import { DefaultBack } from '../components/Page';
import { classes } from '../lib/classes';
import { Bell } from './Bell';
import { GlobalSearch } from './GlobalSearch';
import { isUnder, settingsOf } from './modules';
import { Navigation } from './Navigation';
import { PersonMenu } from './PersonMenu';
import { Sections } from './Sections';

/** Header, navigation, content. A route whose `handle` says `folded` gets the narrow navigation: three panes need the room. */
export function Frame({ me }: { me: Me }) {
  const { t } = useTranslation('common');
  const folding = useMatches().some((match) => (match.handle as { folded?: boolean } | undefined)?.folded);
  const [folded, setFolded] = useState(() => localStorage.getItem('navigation') === 'folded');
  const { data: today } = useToday(!me.mustChangePassword);
  const { pathname } = useLocation();
  const inSettings = settingsOf(me).some((module) => isUnder(module, pathname));
  useKeptFocus();
  const toggle = () => {
    localStorage.setItem('navigation', folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  return (
    <div className={classes('frame', (folded || folding) && 'narrow')}>
      <header className="top">
        <Link to="/" className="name">
          {me.serviceName}
          <small>{t('serviceKind')}</small>
        </Link>
        {!me.mustChangePassword && <GlobalSearch />}
        {!me.mustChangePassword && <Bell />}
        <PersonMenu me={me} />
      </header>
      {!me.mustChangePassword && <Navigation me={me} today={today} folded={folded} canFold={!folding} onFold={toggle} />}
      <main id="content" tabIndex={-1}>
        <Sections me={me} />
        <Suspense fallback={<Skeleton lines={6} />}>
          <DefaultBack value={inSettings ? { to: '/settings', label: t('settings.title') } : undefined}>
            <Outlet />
          </DefaultBack>
        </Suspense>
      </main>
    </div>
  );
}
