import type { FeatureModule } from '../../lib/module';

/** The post that did not leave: for whoever watches over the installation. */
export const outgoingMail: FeatureModule = {
  path: '/outgoing-mail',
  label: 'outgoing-mail:nav',
  icon: 'mail',
  right: 'outgoing-mail:manage',
  settings: 'outgoing-mail:settings',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./OutgoingMailPage')).OutgoingMailPage }) }],
};
