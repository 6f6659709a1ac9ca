import type { PersonView } from '@irisflow/client';

/** Whether somebody works at the desk at all. */
export const isClerk = ({ roles }: Pick<PersonView, 'roles'>): boolean =>
  roles.includes('agent') || roles.includes('supervisor');

/** Whether somebody administers people: of an administration, or of the platform. */
export const isAdministrator = ({ roles }: Pick<PersonView, 'roles'>): boolean => roles.includes('administrator');

/** Administrators of the platform belong to no administration and reach all of them. */
export const isPlatformAdministrator = (person: Pick<PersonView, 'roles' | 'administration'>): boolean =>
  isAdministrator(person) && person.administration === null;

/** Whether somebody may read who did what in their administration. */
export const isAuditReader = ({ roles }: Pick<PersonView, 'roles'>): boolean =>
  roles.includes('auditor') || roles.includes('administrator');

/** Whether somebody keeps the books of their administration. */
/** Who may write to many people at once: a clerk who was given that beside. */
export const isCommunicator = ({ roles }: Pick<PersonView, 'roles'>): boolean =>
  roles.includes('communicator') && roles.some((role) => role === 'agent' || role === 'supervisor');
export const isAccountant = ({ roles }: Pick<PersonView, 'roles'>): boolean => roles.includes('accountant');

/** Whom the desk has something for. */
export const worksAtDesk = (person: Pick<PersonView, 'roles'>): boolean =>
  isClerk(person) || isAccountant(person) || isAdministrator(person) || isAuditReader(person);

/** Whether somebody may give tasks to others. */
export const isSupervisor = ({ roles }: Pick<PersonView, 'roles'>): boolean => roles.includes('supervisor');
