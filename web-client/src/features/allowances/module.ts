import type { FeatureModule } from '../../lib/module';

/** The monthly pay lists of the programmes, and the schemes by which they are reckoned. */
export const allowances: FeatureModule = {
  path: '/allowances',
  label: 'allowances:nav',
  icon: 'exchange-circle',
  right: 'allowances:pay',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./RunsPage')).RunsPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./RunPage')).RunPage }) },
  ],
};

/** What no list has taken yet, and what no list takes back: the office works through them in order. */
export const unlistedRegisters: FeatureModule = {
  path: '/allowances/registers',
  under: '/allowances',
  label: 'allowances:registers.title',
  icon: 'calendar',
  right: 'allowances:pay',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./RegistersPage')).RegistersPage }) }],
};

export const overpayments: FeatureModule = {
  path: '/allowances/overpayments',
  under: '/allowances',
  label: 'allowances:overpaid.title',
  icon: 'restore',
  right: 'allowances:pay',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./OverpaymentsPage')).OverpaymentsPage }) }],
};

export const schemes: FeatureModule = {
  path: '/allowances/schemes',
  under: '/allowances',
  label: 'allowances:schemes.nav',
  icon: 'list',
  right: 'allowances:pay',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./SchemesPage')).SchemesPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./SchemeFormPage')).SchemeFormPage }) },
    { path: ':schemeId', lazy: async () => ({ Component: (await import('./SchemeFormPage')).SchemeFormPage }) },
  ],
};
