import type { FeatureModule } from '../../lib/module';

export const internships: FeatureModule = {
  path: '/internships',
  label: 'internships:nav',
  icon: 'card',
  right: 'internships:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./InternshipsPage')).InternshipsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./ProposePage')).ProposePage }) },
    { path: 'conventions', lazy: async () => ({ Component: (await import('./ConventionsPage')).ConventionsPage }) },
    { path: 'conventions/new', lazy: async () => ({ Component: (await import('./ConventionPage')).ConventionPage }) },
    { path: 'rules', lazy: async () => ({ Component: (await import('./RuleSetsPage')).RuleSetsPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./InternshipPage')).InternshipPage }) },
    { path: ':id/attendance/:month', lazy: async () => ({ Component: (await import('./attendance/RegisterPage')).RegisterPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./EditPage')).EditPage }) },
  ],
};
