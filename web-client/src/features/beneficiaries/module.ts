import type { FeatureModule } from '../../lib/module';

export const beneficiaries: FeatureModule = {
  path: '/beneficiaries',
  label: 'beneficiaries:nav',
  icon: 'user',
  right: 'beneficiaries:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./PeoplePage')).PeoplePage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./RegisterPage')).RegisterPage }) },
    { path: 'emergency-accesses', lazy: async () => ({ Component: (await import('./EmergenciesPage')).EmergenciesPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./PersonPage')).PersonPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./EditPage')).EditPage }) },
  ],
};
