import type { FeatureModule } from '../../lib/module';

const under = '/partner-bodies';

export const tables: FeatureModule = {
  path: '/partner-bodies/tables',
  label: 'network:tables.title',
  icon: 'presentation',
  under,
  right: 'partner-bodies:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./tables/TablesPage')).TablesPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./tables/TableFormPage')).TableFormPage }) },
    { path: ':tableId', lazy: async () => ({ Component: (await import('./tables/TablePage')).TablePage }) },
    { path: ':tableId/edit', lazy: async () => ({ Component: (await import('./tables/TableFormPage')).TableFormPage }) },
    { path: ':tableId/meetings/new', lazy: async () => ({ Component: (await import('./meetings/MeetingFormPage')).MeetingFormPage }) },
    { path: ':tableId/meetings/:meetingId', lazy: async () => ({ Component: (await import('./meetings/MeetingPage')).MeetingPage }) },
    { path: ':tableId/meetings/:meetingId/edit', lazy: async () => ({ Component: (await import('./meetings/MeetingFormPage')).MeetingFormPage }) },
  ],
};

export const decisions: FeatureModule = {
  path: '/partner-bodies/decisions',
  label: 'network:decisions.title',
  icon: 'check-circle',
  under,
  right: 'partner-bodies:read',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./meetings/DecisionsPage')).DecisionsPage }) }],
};

export const events: FeatureModule = {
  path: '/partner-bodies/events',
  label: 'network:events.title',
  icon: 'calendar',
  under,
  right: 'partner-bodies:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./events/EventsPage')).EventsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./events/EventFormPage')).EventFormPage }) },
    { path: ':eventId', lazy: async () => ({ Component: (await import('./events/EventPage')).EventPage }) },
    { path: ':eventId/edit', lazy: async () => ({ Component: (await import('./events/EventFormPage')).EventFormPage }) },
  ],
};

export const protocols: FeatureModule = {
  path: '/partner-bodies/protocols',
  label: 'network:protocols.title',
  icon: 'file',
  under,
  right: 'partner-bodies:read',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./protocols/ProtocolsPage')).ProtocolsPage }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./protocols/ProtocolFormPage')).ProtocolFormPage }) },
    { path: ':protocolId', lazy: async () => ({ Component: (await import('./protocols/ProtocolPage')).ProtocolPage }) },
    { path: ':protocolId/edit', lazy: async () => ({ Component: (await import('./protocols/ProtocolFormPage')).ProtocolFormPage }) },
  ],
};

export const calendar: FeatureModule = {
  path: '/partner-bodies/calendar',
  label: 'network:calendar.title',
  icon: 'clock',
  under,
  right: 'partner-bodies:read',
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./CalendarPage')).CalendarPage }) }],
};
