import type { RouteObject } from 'react-router';
import type { IconName } from '../components/icons';

/** What a feature gives to the frame: its place in the navigation and its pages, loaded when they are opened. */
export interface FeatureModule {
  /** First part of its addresses, such as `/companies`; `/` is the home page. */
  path: string;
  /** Key of its name in the navigation, with its namespace: `companies:nav`. */
  label: string;
  icon: IconName;
  /** Right without which it is neither shown nor reachable; none means everybody who is signed in. */
  right?: string;
  /** The `area` of the /today counters summed beside its name; by default the path without its slash. */
  area?: string;
  /** Used less often: shown below the line, or, as a section, in the menu at the end of the bar. */
  secondary?: boolean;
  /** Key of the sentence that says what is set there: the module is a line of the settings page and has no entry of its own. */
  settings?: string;
  /** Reachable but without an entry of its own. */
  hidden?: boolean;
  /** Path of the module that it is a section of: it has no entry of its own in the navigation, but one in the bar on top of that module's lists. */
  under?: string;
  /** Pages, relative to `path`. Use `lazy` so that each is its own bundle. */
  routes: RouteObject[];
  /** Pages for everybody, with whole paths, outside the frame of who is signed in. */
  publicRoutes?: RouteObject[];
}
