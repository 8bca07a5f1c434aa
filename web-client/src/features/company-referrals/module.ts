import type { FeatureModule } from '../../lib/module';

export const companyReferrals: FeatureModule = {
  path: '/companies/referrals',
  label: 'company-referrals:nav',
  icon: 'share',
  right: 'company-referrals:read',
  under: '/companies',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./BoardPage')).BoardPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./ProposePage')).ProposePage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./ReferralPage')).ReferralPage }) },
  ],
};

export const placementNeeds: FeatureModule = {
  path: '/companies/needs',
  label: 'company-referrals:needs.nav',
  icon: 'search',
  right: 'company-referrals:read',
  under: '/companies',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./needs/NeedsPage')).NeedsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./needs/NeedFormPage')).NeedFormPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./needs/NeedPage')).NeedPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./needs/NeedFormPage')).NeedFormPage }) },
  ],
};
