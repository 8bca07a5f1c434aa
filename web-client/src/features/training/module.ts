import type { FeatureModule } from '../../lib/module';

export const training: FeatureModule = {
  path: '/training',
  label: 'training:nav',
  icon: 'presentation',
  right: 'training:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./CoursesPage')).CoursesPage }) },
    { path: 'editions', lazy: async () => ({ Component: (await import('./EditionsPage')).EditionsPage }) },
    { path: 'courses/new', lazy: async () => ({ Component: (await import('./CourseFormPage')).NewCoursePage }) },
    { path: 'courses/:courseId', lazy: async () => ({ Component: (await import('./CoursePage')).CoursePage }) },
    { path: 'courses/:courseId/edit', lazy: async () => ({ Component: (await import('./CourseFormPage')).EditCoursePage }) },
    { path: 'courses/:courseId/editions/new', lazy: async () => ({ Component: (await import('./EditionFormPage')).NewEditionPage }) },
    { path: 'editions/:editionId', lazy: async () => ({ Component: (await import('./EditionPage')).EditionPage }) },
    { path: 'editions/:editionId/edit', lazy: async () => ({ Component: (await import('./EditionFormPage')).EditEditionPage }) },
    { path: 'editions/:editionId/sessions/:sessionId', lazy: async () => ({ Component: (await import('./AttendancePage')).AttendancePage }) },
  ],
};
