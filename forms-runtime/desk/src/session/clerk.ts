import type { PersonView } from '@irisflow/client';
import { createContext, use } from 'react';

const ClerkContext = createContext<PersonView | undefined>(undefined);

export const ClerkProvider = ClerkContext;

/** Whether somebody works at the desk at all. */
export const isClerk = ({ roles }: Pick<PersonView, 'roles'>): boolean =>
  roles.includes('agent') || roles.includes('supervisor');

/** Whether somebody may give tasks to others. */
export const isSupervisor = ({ roles }: Pick<PersonView, 'roles'>): boolean => roles.includes('supervisor');

/** Who is at the desk. */
export const useClerk = (): PersonView => {
  const clerk = use(ClerkContext);
  if (clerk === undefined) throw new Error('Expected somebody to be signed in here, but found nobody.');
  return clerk;
};
