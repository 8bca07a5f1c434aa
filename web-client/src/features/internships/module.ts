import type { FeatureModule } from '../../lib/module';

export const internships: FeatureModule = {
  path: '/internships',
  label: 'internships:nav',
  icon: 'card',
  right: 'internships:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./InternshipsPage')).InternshipsPage }) },
    { path: 'board', lazy: async () => ({ Component: (await import('./lists/BoardPage')).BoardPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./ProposePage')).ProposePage }) },
    { path: 'conventions', lazy: async () => ({ Component: (await import('./conventions/ConventionsPage')).ConventionsPage }) },
    { path: 'conventions/new', lazy: async () => ({ Component: (await import('./conventions/NewConventionPage')).NewConventionPage }) },
    { path: 'conventions/:id', lazy: async () => ({ Component: (await import('./conventions/ConventionPage')).ConventionPage }) },
    { path: 'conventions/:id/edit', lazy: async () => ({ Component: (await import('./conventions/EditConventionPage')).EditConventionPage }) },
    { path: 'conventions/:id/renewal', lazy: async () => ({ Component: (await import('./conventions/RenewConventionPage')).RenewConventionPage }) },
    { path: 'visits', lazy: async () => ({ Component: (await import('./monitoring/VisitsPage')).VisitsPage }) },
    { path: 'registers', lazy: async () => ({ Component: (await import('./attendance/MonthRegistersPage')).MonthRegistersPage }) },
    { path: 'rules', lazy: async () => ({ Component: (await import('./rules/RuleSetsPage')).RuleSetsPage }) },
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
