import type { FeatureModule } from '../../lib/module';

export const today: FeatureModule = {
  path: '/',
  label: 'today:nav',
  icon: 'calendar',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./TodayPage')).TodayPage }) }],
};
