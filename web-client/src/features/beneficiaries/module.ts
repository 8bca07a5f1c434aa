import type { FeatureModule } from '../../lib/module';

export const beneficiaries: FeatureModule = {
  path: '/beneficiaries',
  label: 'beneficiaries:nav',
  icon: 'user',
  right: 'beneficiaries:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./PeoplePage')).PeoplePage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./RegisterPage')).RegisterPage }) },
    { path: 'emergency-accesses', lazy: async () => ({ Component: (await import('./EmergenciesPage')).EmergenciesPage }) },
    { path: 'for-opening/:availabilityId', lazy: async () => ({ Component: (await import('./CandidatesPage')).CandidatesPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./PersonPage')).PersonPage }) },
    { path: ':id/cases/:caseId/plans/:planId', lazy: async () => ({ Component: (await import('./plans/PlanPage')).PlanPage }) },
    { path: ':id/cases/:caseId/assessments/:assessmentId', lazy: async () => ({ Component: (await import('./assessments/AssessmentPage')).AssessmentPage }) },
    { path: ':id/cases/:caseId/comparison/:kind', lazy: async () => ({ Component: (await import('./assessments/ComparisonPage')).ComparisonPage }) },
    { path: ':id/cases/:caseId', lazy: async () => ({ Component: (await import('./FormerCasePage')).FormerCasePage }) },
    { path: ':id/cases/:caseId/copy', lazy: async () => ({ Component: (await import('./rights/CaseCopyPage')).CaseCopyPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./EditPage')).EditPage }) },
  ],
};

export const appointments: FeatureModule = {
  path: '/beneficiaries/appointments',
  under: '/beneficiaries',
  label: 'beneficiaries:appointments.title',
  icon: 'calendar',
  right: 'beneficiaries:read',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./AppointmentsPage')).AppointmentsPage }) }],
};

export const followUps: FeatureModule = {
  path: '/beneficiaries/follow-ups',
  under: '/beneficiaries',
  label: 'beneficiaries:followUps.page',
  icon: 'check',
  right: 'beneficiaries:read',
  secondary: true,
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./outcomes/FollowUpsPage')).FollowUpsPage }) }],
};

export const retention: FeatureModule = {
  path: '/beneficiaries/retention',
  under: '/beneficiaries',
  label: 'beneficiaries:retention.title',
  icon: 'locked',
  right: 'beneficiaries:write',
  secondary: true,
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./rights/RetentionPage')).RetentionPage }) }],
};

/** Pairs of people who may be one, for who may merge them. */
export const personDuplicates: FeatureModule = {
  path: '/beneficiaries/duplicates',
  under: '/beneficiaries',
  label: 'beneficiaries:duplicates.nav',
  icon: 'files',
  right: 'beneficiaries:merge',
  secondary: true,
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./duplicates/DuplicatePeoplePage')).DuplicatePeoplePage }) },
    { path: ':firstId/:secondId', lazy: async () => ({ Component: (await import('./duplicates/MergePeoplePage')).MergePeoplePage }) },
  ],
};

export const groupActivities: FeatureModule = {
  path: '/beneficiaries/group-activities',
  under: '/beneficiaries',
  label: 'beneficiaries:groups.title',
  icon: 'list',
  right: 'beneficiaries:read',
  secondary: true,
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./GroupActivitiesPage')).GroupActivitiesPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./GroupActivityFormPage')).GroupActivityFormPage }) },
    { path: 'plan', lazy: async () => ({ Component: (await import('./PlanGroupActivityPage')).PlanGroupActivityPage }) },
  ],
};

/** What skills assessments ask and how the fragility index is reckoned: kept by coordinators and administrators. */
export const assessmentSettings: FeatureModule = {
  path: '/assessment-settings',
  label: 'beneficiaries:assessments.settings.nav',
  icon: 'settings',
  right: 'assessment-settings:write',
  settings: 'beneficiaries:assessments.settings.settings',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./assessments/SettingsPage')).SettingsPage }) }],
};

/** After how many months unemployment is long-term, with the acts: kept by administrators. */
export const unemploymentTerms: FeatureModule = {
  path: '/unemployment-terms',
  label: 'beneficiaries:terms.nav',
  icon: 'settings',
  right: 'unemployment-terms:write',
  settings: 'beneficiaries:terms.settings',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./UnemploymentTermsPage')).UnemploymentTermsPage }) }],
};
