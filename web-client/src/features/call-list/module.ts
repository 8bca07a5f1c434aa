import type { FeatureModule } from '../../lib/module';

export const callList: FeatureModule = {
  path: '/companies/calls',
  label: 'call-list:nav',
  icon: 'telephone',
  right: 'companies:read',
  under: '/companies',
  routes: [{ index: true, handle: { folded: true }, lazy: async () => ({ Component: (await import('./CallsPage')).CallsPage }) }],
};

export const callCampaigns: FeatureModule = {
  path: '/companies/campaigns',
  label: 'call-list:campaign.nav',
  icon: 'flag',
  right: 'companies:read',
  under: '/companies',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./CampaignsPage')).CampaignsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./NewCampaignPage')).NewCampaignPage }) },
    { path: ':campaignId', lazy: async () => ({ Component: (await import('./CampaignPage')).CampaignPage }) },
  ],
};

export const portfolioFigures: FeatureModule = {
  path: '/companies/figures',
  label: 'call-list:figures.nav',
  icon: 'chart-line',
  right: 'companies:read',
  under: '/companies',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./FiguresPage')).FiguresPage }) }],
};
