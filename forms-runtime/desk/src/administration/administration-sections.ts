import type { PersonView } from '@irisflow/client';
import type { DeskSection } from '../app/SectionsFrame.tsx';
import { isPlatformAdministrator } from '../session/clerk.ts';

/** What one administration permits; the platform permits nothing in the name of all. */
const ofAnAdministration: readonly DeskSection[] = [
  { path: '/administration/access', label: 'access' },
  { path: '/delegations', label: 'delegation.title' },
  { path: '/administration/authorizations', label: 'authorizations' },
  { path: '/administration/hosts', label: 'hosts' },
  { path: '/administration/connectors', label: 'connectors' },
  { path: '/administration/api-tokens', label: 'apiTokens' },
  { path: '/administration/webhooks', label: 'webhooks' },
  { path: '/administration/incoming-webhooks', label: 'incoming' },
  { path: '/administration/closures', label: 'closures' },
  { path: '/counters', label: 'counters' },
  { path: '/administration/payee', label: 'money.payee' },
  { path: '/administration/payer', label: 'money.payer' },
  { path: '/administration/carriers', label: 'carriers' },
  { path: '/administration/contact-unit', label: 'contactUnit' },
  { path: '/administration/labels', label: 'labels' },
  { path: '/administration/processing', label: 'processing' },
  { path: '/administration/branding', label: 'branding' },
  { path: '/administration/accessibility', label: 'accessibility' },
];

/** Administrators of the platform choose among administrations; the others have their own. */
export const sectionsOf = (person: PersonView): readonly DeskSection[] => [
  { path: '/administration/people', label: 'admin.people' },
  isPlatformAdministrator(person)
    ? { path: '/administration/administrations', label: 'admin.administrations' }
    : { path: `/administration/administrations/${person.administration?.key ?? ''}`, label: 'admin.services' },
  ...(person.administration === null ? [] : ofAnAdministration),
];
