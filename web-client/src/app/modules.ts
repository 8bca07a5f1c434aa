import type { FeatureModule } from '../lib/module';
import { beneficiaries } from '../features/beneficiaries/module';
import { reports } from '../features/reports/module';
import { bulletin, opportunities } from '../features/bulletin/module';
import { today } from '../features/today/module';

/** The features, in the order of the navigation. To add one: an import and an entry. */
export const modules: FeatureModule[] = [today, beneficiaries, opportunities, bulletin, reports];
