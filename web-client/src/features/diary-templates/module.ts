import type { FeatureModule } from '../../lib/module';

/** Texts that a diary note begins with: kept by coordinators and administrators, chosen while writing. */
export const diaryTemplates: FeatureModule = {
  path: '/diary-templates',
  label: 'diary-templates:nav',
  icon: 'note',
  right: 'diary-templates:write',
  settings: 'diary-templates:settings',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./DiaryTemplatesPage')).DiaryTemplatesPage }) }],
};
