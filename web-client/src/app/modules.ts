import type { Me } from '../api/session';
import type { FeatureModule } from '../lib/module';
import { access, accessLog } from '../features/access/module';
import { allowances, overpayments, schemes, unlistedRegisters } from '../features/allowances/module';
import { appointments, assessmentSettings, beneficiaries, followUps, groupActivities, personDuplicates, retention, unemploymentTerms } from '../features/beneficiaries/module';
import { bulletin, opportunities } from '../features/bulletin/module';
import { callCampaigns, callList, portfolioFigures } from '../features/call-list/module';
import { caseload, coordination, teamCalendar } from '../features/caseload/module';
import { companies, companyMap } from '../features/companies/module';
import { companyDuplicates } from '../features/company-duplicates/module';
import { companyReferrals, placementNeeds } from '../features/company-referrals/module';
import { diaryTemplates } from '../features/diary-templates/module';
import { board, conventions, internshipRules, internships, internshipSkills, monthRegisters, paperTemplates, ruleSets, visits } from '../features/internships/module';
import { jobApplications, jobSearch } from '../features/job-search/module';
import { matchingSettings } from '../features/matching-settings/module';
import { calendar, decisions, events, protocols, tables } from '../features/network/module';
import { outgoingMail } from '../features/outgoing-mail/module';
import { partnerBodies } from '../features/partner-bodies/module';
import { programmes } from '../features/programmes/module';
import { readings, referrals, waitingList } from '../features/referrals/module';
import { reports } from '../features/reports/module';
import { today } from '../features/today/module';
import { training } from '../features/training/module';

/** What the service sets once and seldom touches, on one page. */
const settings: FeatureModule = {
  path: '/settings',
  label: 'common:settings.title',
  icon: 'settings',
  secondary: true,
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./SettingsPage')).SettingsPage }) }],
};

/** The features, in the order of the navigation. To add one: an import and an entry. */
export const modules: FeatureModule[] = [
  today,
  beneficiaries,
  caseload,
  teamCalendar,
  coordination,
  appointments,
  followUps,
  jobSearch,
  jobApplications,
  groupActivities,
  personDuplicates,
  retention,
  referrals,
  readings,
  waitingList,
  companies,
  callList,
  callCampaigns,
  companyReferrals,
  placementNeeds,
  companyMap,
  companyDuplicates,
  portfolioFigures,
  internships,
  monthRegisters,
  visits,
  board,
  conventions,
  ruleSets,
  allowances,
  unlistedRegisters,
  overpayments,
  schemes,
  programmes,
  training,
  opportunities,
  bulletin,
  partnerBodies,
  tables,
  decisions,
  events,
  protocols,
  calendar,
  reports,
  settings,
  matchingSettings,
  internshipRules,
  internshipSkills,
  paperTemplates,
  diaryTemplates,
  assessmentSettings,
  unemploymentTerms,
  outgoingMail,
  access,
  accessLog,
];

/** What somebody may open, by the rights of the account. */
export const allowedTo = (me: Me) => modules.filter((module) => !module.hidden && (!module.right || me.rights.includes(module.right)));

/** Whether a page is one of a feature's. */
export const isUnder = (module: FeatureModule, pathname: string) => (module.path === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${module.path}/`));

/** Whether a page is among those of an entry of the navigation: what is set stands under the settings. */
export const leadsTo = (entry: FeatureModule, pathname: string) => isUnder(entry, pathname) || (entry === settings && modules.some((module) => module.settings && isUnder(module, pathname)));

/** What somebody may set. */
export const settingsOf = (me: Me) => allowedTo(me).filter((module) => module.settings);

/** The entries of the navigation: no sections, no settings; the page of settings for whoever may set something. */
export const entriesOf = (me: Me) => allowedTo(me).filter((module) => !module.under && !module.settings && (module !== settings || settingsOf(me).length > 0));
