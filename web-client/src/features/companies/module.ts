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

/** Where the companies are; a section of theirs. */
export const companyMap: FeatureModule = {
  path: '/companies/map',
  label: 'companies:map.nav',
  icon: 'map-marker',
  right: 'companies:read',
  under: '/companies',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./map/MapPage')).MapPage }) }],
};
