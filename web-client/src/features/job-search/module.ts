import type { FeatureModule } from '../../lib/module';

/** Looking for work together: paths with their sessions, curriculum, mailbox, openings of the area. */
export const jobSearch: FeatureModule = {
  path: '/job-search',
  under: '/beneficiaries',
  label: 'job-search:nav',
  icon: 'search',
  right: 'beneficiaries:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./PathsPage')).PathsPage }) },
    { path: 'for-case/:caseId', lazy: async () => ({ Component: (await import('./CasePage')).CasePage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./PathPage')).PathPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./EditPathPage')).EditPathPage }) },
    { path: ':id/cv', lazy: async () => ({ Component: (await import('./CvPage')).CvPage }) },
    { path: ':id/openings', lazy: async () => ({ Component: (await import('./OpeningsPage')).OpeningsPage }) },
    { path: ':id/apply', lazy: async () => ({ Component: (await import('./ApplyPage')).ApplyPage }) },
  ],
};

/** What was sent in people's place, and what came of it. */
export const jobApplications: FeatureModule = {
  path: '/job-search/applications',
  under: '/beneficiaries',
  label: 'job-search:applications.title',
  icon: 'mail',
  right: 'beneficiaries:read',
  secondary: true,
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./ApplicationsPage')).ApplicationsPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./ApplicationPage')).ApplicationPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./EditApplicationPage')).EditApplicationPage }) },
  ],
};
