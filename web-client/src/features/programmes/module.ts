import type { FeatureModule } from '../../lib/module';

/** What pays for the service: programmes with their bodies, budget and targets. */
export const programmes: FeatureModule = {
  path: '/programmes',
  label: 'programmes:nav',
  icon: 'piattaforme',
  right: 'programmes:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./ProgrammesPage')).ProgrammesPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./ProgrammeFormPage')).ProgrammeFormPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./ProgrammePage')).ProgrammePage }) },
    { path: ':id/selection/:cohortId', lazy: async () => ({ Component: (await import('./selection/SelectionPage')).SelectionPage }) },
    { path: ':id/selection/:cohortId/criteria', lazy: async () => ({ Component: (await import('./selection/CriteriaFormPage')).CriteriaFormPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./ProgrammeFormPage')).ProgrammeFormPage }) },
  ],
};
