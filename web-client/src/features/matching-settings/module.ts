import type { FeatureModule } from '../../lib/module';

/** How much each reason counts: the administrator decides, the coordinator reads. */
export const matchingSettings: FeatureModule = {
  path: '/matching-settings',
  label: 'matching-settings:nav',
  icon: 'funnel',
  right: 'matching:read',
  settings: 'matching-settings:settings',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./MatchingSettingsPage')).MatchingSettingsPage }) }],
};
