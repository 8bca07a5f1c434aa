import type { FeatureModule } from '../lib/module';
import { access, accessLog } from '../features/access/module';
import { beneficiaries } from '../features/beneficiaries/module';
import { companyReferrals, placementNeeds } from '../features/company-referrals/module';
import { companies } from '../features/companies/module';
import { internships } from '../features/internships/module';
import { matchingSettings } from '../features/matching-settings/module';
import { calendar, decisions, events, protocols, tables } from '../features/network/module';
import { partnerBodies } from '../features/partner-bodies/module';
import { reports } from '../features/reports/module';
import { bulletin, opportunities } from '../features/bulletin/module';
import { today } from '../features/today/module';
import { training } from '../features/training/module';

/** The features, in the order of the navigation. To add one: an import and an entry. */
export const modules: FeatureModule[] = [today, beneficiaries, companyReferrals, placementNeeds, companies, internships, training, opportunities, bulletin, tables, decisions, events, protocols, calendar, partnerBodies, reports, matchingSettings, access, accessLog];
