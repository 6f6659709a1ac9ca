import type { PersonView } from '@irisflow/client';

/** Whether somebody works at the desk at all. */
export const isClerk = ({ roles }: Pick<PersonView, 'roles'>): boolean =>
  roles.includes('agent') || roles.includes('supervisor');

/** Whether somebody may give tasks to others. */
export const isSupervisor = ({ roles }: Pick<PersonView, 'roles'>): boolean => roles.includes('supervisor');
