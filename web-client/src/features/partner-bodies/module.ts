import type { FeatureModule } from '../../lib/module';

export const partnerBodies: FeatureModule = {
  path: '/partner-bodies',
  label: 'partner-bodies:nav',
  icon: 'share',
  right: 'partner-bodies:read',
  secondary: true,
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./PartnerBodiesPage')).PartnerBodiesPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./PartnerBodyPage')).NewPartnerBodyPage }) },
    { path: ':partnerBodyId', lazy: async () => ({ Component: (await import('./PartnerBodyPage')).PartnerBodyPage }) },
  ],
};
