import type { FeatureModule } from '../../lib/module';

/** The monthly pay lists of the programmes, and the schemes by which they are reckoned. */
export const allowances: FeatureModule = {
  path: '/allowances',
  label: 'allowances:nav',
  icon: 'exchange-circle',
  right: 'allowances:pay',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./RunsPage')).RunsPage }) },
    { path: 'registers', lazy: async () => ({ Component: (await import('./RegistersPage')).RegistersPage }) },
    { path: 'overpayments', lazy: async () => ({ Component: (await import('./OverpaymentsPage')).OverpaymentsPage }) },
    { path: 'schemes', lazy: async () => ({ Component: (await import('./SchemesPage')).SchemesPage }) },
    { path: 'schemes/new', lazy: async () => ({ Component: (await import('./SchemeFormPage')).SchemeFormPage }) },
    { path: 'schemes/:schemeId', lazy: async () => ({ Component: (await import('./SchemeFormPage')).SchemeFormPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./RunPage')).RunPage }) },
  ],
};
