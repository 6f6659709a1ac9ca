import type { PersonView } from '@irisflow/client';
import { createContext, use } from 'react';

const PersonContext = createContext<PersonView | undefined>(undefined);

export const PersonProvider = PersonContext;

/** Who is signed in, on pages that ask for it. */
export const usePerson = (): PersonView => {
  const person = use(PersonContext);
  if (person === undefined) throw new Error('Expected somebody to be signed in here, but found nobody.');
  return person;
};
