import type { FeatureModule } from '../../lib/module';

export const opportunities: FeatureModule = {
  path: '/opportunities',
  label: 'bulletin:opportunities.nav',
  icon: 'horn',
  right: 'opportunities:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./OpportunitiesPage')).OpportunitiesPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./OpportunityFormPage')).NewOpportunityPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./OpportunityPage')).OpportunityPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./OpportunityFormPage')).EditOpportunityPage }) },
  ],
};

export const bulletin: FeatureModule = {
  path: '/bulletin',
  label: 'bulletin:nav',
  icon: 'mail',
  right: 'bulletin:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./EditionsPage')).EditionsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./ComposerPage')).NewEditionPage }) },
    { path: 'subscribers', lazy: async () => ({ Component: (await import('./SubscribersPage')).SubscribersPage }) },
    { path: ':number', lazy: async () => ({ Component: (await import('./EditionPage')).EditionPage }) },
    { path: ':number/edit', lazy: async () => ({ Component: (await import('./ComposerPage')).EditEditionPage }) },
  ],
  publicRoutes: [
    { path: '/offers', lazy: async () => ({ Component: (await import('./public/OffersPage')).OffersPage }) },
    { path: '/offers/:id', lazy: async () => ({ Component: (await import('./public/OfferPage')).OfferPage }) },
    { path: '/bulletin/archive', lazy: async () => ({ Component: (await import('./public/ArchivePage')).ArchivePage }) },
    { path: '/bulletin/archive/:number', lazy: async () => ({ Component: (await import('./public/ArchivedEditionPage')).ArchivedEditionPage }) },
    { path: '/bulletin/confirm/:token', lazy: async () => ({ Component: (await import('./public/ConfirmPage')).ConfirmPage }) },
    { path: '/bulletin/unsubscribe/:token', lazy: async () => ({ Component: (await import('./public/UnsubscribePage')).UnsubscribePage }) },
  ],
};
