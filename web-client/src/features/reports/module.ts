import type { FeatureModule } from '../../lib/module';

export const reports: FeatureModule = {
  path: '/reports',
  label: 'reports:nav',
  icon: 'file',
  right: 'reports:read',
  secondary: true,
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./AnnualReportPage')).AnnualReportPage }) }],
};
