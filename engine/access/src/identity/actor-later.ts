import type { Database } from '@irisflow/database';
import { atTheOffice } from '../rules/conflicts.ts';
import type { Actor } from '../actor.ts';
import { findPerson, knownPersonOf } from '../storage/people.ts';

/** Somebody in whose name work goes on without their session, as they are now: whoever may no longer do it does not do it by an earlier word either. */
export const actorLater = async (database: Database, personId: string): Promise<Actor> => {
  const row = await findPerson(database, personId);
  return row === undefined
    ? { kind: 'anonymous' }
    : atTheOffice({ kind: 'person', person: knownPersonOf(row), session: null });
};
