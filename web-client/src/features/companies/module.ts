import type { FeatureModule } from '../../lib/module';

export const companies: FeatureModule = {
  path: '/companies',
  label: 'companies:nav',
  icon: 'pa',
  right: 'companies:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./CompaniesPage')).CompaniesPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./NewCompanyPage')).NewCompanyPage }) },
    { path: 'import', lazy: async () => ({ Component: (await import('./import/ImportStartPage')).ImportStartPage }) },
    { path: 'import/:importId', lazy: async () => ({ Component: (await import('./import/ImportPage')).ImportPage }) },
    { path: ':companyId', lazy: async () => ({ Component: (await import('./CompanyPage')).CompanyPage }) },
  ],
};
