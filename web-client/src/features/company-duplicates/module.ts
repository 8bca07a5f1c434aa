import type { FeatureModule } from '../../lib/module';

export const companyDuplicates: FeatureModule = {
  path: '/companies/duplicates',
  under: '/companies',
  label: 'company-duplicates:nav',
  icon: 'files',
  right: 'companies:write',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./DuplicatesPage')).DuplicatesPage }) },
    { path: ':firstId/:secondId', lazy: async () => ({ Component: (await import('./MergePage')).MergePage }) },
  ],
};
