import type { FeatureModule } from '../../lib/module';

export const access: FeatureModule = {
  path: '/access',
  label: 'access:nav',
  icon: 'key',
  right: 'access:manage',
  settings: 'access:settings',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./AccountsPage')).AccountsPage }) },
    { path: 'accounts/new', lazy: async () => ({ Component: (await import('./NewAccountPage')).NewAccountPage }) },
    { path: 'accounts/:userId', lazy: async () => ({ Component: (await import('./AccountPage')).AccountPage }) },
    { path: 'systems', lazy: async () => ({ Component: (await import('./SystemsPage')).SystemsPage }) },
    { path: 'systems/new', lazy: async () => ({ Component: (await import('./NewSystemPage')).NewSystemPage }) },
  ],
};

/** Apart from the accounts: the auditor reads the log and manages nobody. */
export const accessLog: FeatureModule = {
  path: '/access-log',
  label: 'access:log.title',
  icon: 'list',
  right: 'audit:read',
  secondary: true,
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./AccessLogPage')).AccessLogPage }) }],
};
