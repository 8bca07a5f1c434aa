import type { FeatureModule } from '../../lib/module';

/** The cases that one sees, by what is due on them; a case at work in three panes. */
export const caseload: FeatureModule = {
  path: '/beneficiaries/caseload',
  under: '/beneficiaries',
  label: 'caseload:nav',
  icon: 'folder',
  right: 'beneficiaries:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./CaseloadPage')).CaseloadPage }) },
    { path: ':caseId', handle: { folded: true }, lazy: async () => ({ Component: (await import('./CasePage')).CasePage }) },
  ],
};

/** The days of one's équipes. */
export const teamCalendar: FeatureModule = {
  path: '/beneficiaries/calendar',
  under: '/beneficiaries',
  label: 'caseload:calendar.nav',
  icon: 'calendar',
  right: 'beneficiaries:read',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./CalendarPage')).CalendarPage }) }],
};

/** What a coordinator looks after. */
export const coordination: FeatureModule = {
  path: '/beneficiaries/coordination',
  under: '/beneficiaries',
  label: 'caseload:board.nav',
  icon: 'presentation',
  right: 'referrals:decide',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./BoardPage')).BoardPage }) }],
};
