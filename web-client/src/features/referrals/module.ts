import type { FeatureModule } from '../../lib/module';

export const referrals: FeatureModule = {
  path: '/beneficiaries/referrals',
  under: '/beneficiaries',
  label: 'referrals:nav',
  icon: 'inbox',
  right: 'beneficiaries:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./ReferralsPage')).ReferralsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./ReferralFormPage')).NewReferralPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./ReferralPage')).ReferralPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./ReferralFormPage')).EditReferralPage }) },
  ],
};

export const readings: FeatureModule = {
  path: '/beneficiaries/readings',
  under: '/beneficiaries',
  label: 'referrals:readings.nav',
  icon: 'calendar',
  right: 'beneficiaries:read',
  secondary: true,
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./readings/ReadingsPage')).ReadingsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./readings/ReadingFormPage')).NewReadingPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./readings/ReadingPage')).ReadingPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./readings/ReadingFormPage')).EditReadingPage }) },
  ],
};

export const waitingList: FeatureModule = {
  path: '/beneficiaries/waiting-list',
  under: '/beneficiaries',
  label: 'referrals:waiting.nav',
  icon: 'list',
  right: 'referrals:decide',
  secondary: true,
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./waiting/WaitingListPage')).WaitingListPage }) },
    { path: 'criteria', lazy: async () => ({ Component: (await import('./waiting/CriteriaPage')).CriteriaPage }) },
  ],
};
