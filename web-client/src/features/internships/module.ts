import type { FeatureModule } from '../../lib/module';

export const internships: FeatureModule = {
  path: '/internships',
  label: 'internships:nav',
  icon: 'card',
  right: 'internships:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./InternshipsPage')).InternshipsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./ProposePage')).ProposePage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./InternshipPage')).InternshipPage }) },
    { path: ':id/attendance/:month', lazy: async () => ({ Component: (await import('./attendance/RegisterPage')).RegisterPage }) },
    { path: ':id/communication', lazy: async () => ({ Component: (await import('./CommunicationSheetPage')).CommunicationSheetPage }) },
    { path: ':id/visits/:visit', lazy: async () => ({ Component: (await import('./monitoring/VisitPage')).VisitPage }) },
    { path: ':id/evaluations/:stage/:author', lazy: async () => ({ Component: (await import('./closing/EvaluationPage')).EvaluationPage }) },
    { path: ':id/dossier', lazy: async () => ({ Component: (await import('./closing/DossierPage')).DossierPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./EditPage')).EditPage }) },
  ],
  publicRoutes: [
    { path: '/sign/:code', lazy: async () => ({ Component: (await import('./SignPage')).SignPage }) },
    { path: '/tutor/evaluation/:code', lazy: async () => ({ Component: (await import('./tutor/TutorTaskPages')).TutorEvaluationPage }) },
    { path: '/tutor/hiring/:code', lazy: async () => ({ Component: (await import('./tutor/TutorTaskPages')).TutorHiringPage }) },
    { path: '/intern/register/:code', lazy: async () => ({ Component: (await import('./tutor/InternRegisterPage')).InternRegisterPage }) },
    { path: '/tutor/register/:code', lazy: async () => ({ Component: (await import('./tutor/TutorRegisterPage')).TutorRegisterPage }) },
  ],
};

/** What is worked on in order, beside the list of internships. */
export const monthRegisters: FeatureModule = {
  path: '/internships/registers',
  under: '/internships',
  label: 'internships:monthRegisters.nav',
  icon: 'card',
  right: 'internships:read',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./attendance/MonthRegistersPage')).MonthRegistersPage }) }],
};

export const visits: FeatureModule = {
  path: '/internships/visits',
  under: '/internships',
  label: 'internships:monitoring.nav',
  icon: 'calendar',
  right: 'internships:read',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./monitoring/VisitsPage')).VisitsPage }) }],
};

export const board: FeatureModule = {
  path: '/internships/board',
  under: '/internships',
  label: 'internships:board.nav',
  icon: 'list',
  right: 'internships:read',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./lists/BoardPage')).BoardPage }) }],
};

export const conventions: FeatureModule = {
  path: '/internships/conventions',
  under: '/internships',
  label: 'internships:conventions.nav',
  icon: 'file',
  right: 'internships:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./conventions/ConventionsPage')).ConventionsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./conventions/NewConventionPage')).NewConventionPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./conventions/ConventionPage')).ConventionPage }) },
    { path: ':id/edit', lazy: async () => ({ Component: (await import('./conventions/EditConventionPage')).EditConventionPage }) },
    { path: ':id/renewal', lazy: async () => ({ Component: (await import('./conventions/RenewConventionPage')).RenewConventionPage }) },
  ],
};

export const ruleSets: FeatureModule = {
  path: '/internships/rules',
  under: '/internships',
  label: 'internships:rules.section',
  icon: 'list',
  right: 'internships:read',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./rules/RuleSetsPage')).RuleSetsPage }) }],
};

/** The administrator keeps the templates without seeing anybody's internship. */
export const paperTemplates: FeatureModule = {
  path: '/document-templates',
  label: 'internships:templates.nav',
  icon: 'file',
  right: 'paper-templates:write',
  settings: 'internships:templates.settings',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./papers/TemplatesPage')).TemplatesPage }) }],
};

/** The administrator keeps the service's own skills without seeing anybody's internship. */
export const internshipSkills: FeatureModule = {
  path: '/internship-skills',
  label: 'internships:skills.nav',
  icon: 'list',
  right: 'internship-skills:write',
  settings: 'internships:skills.settings',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./closing/SkillsPage')).SkillsPage }) }],
};

/** The administrator writes the rules without seeing anybody's internship. */
export const internshipRules: FeatureModule = {
  path: '/internship-rules',
  label: 'internships:rules.nav',
  icon: 'list',
  right: 'internship-rules:write',
  settings: 'internships:rules.settings',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./rules/RuleSetsPage')).RuleSetsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./rules/RuleSetFormPage')).RuleSetFormPage }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./rules/RuleSetFormPage')).RuleSetFormPage }) },
  ],
};
