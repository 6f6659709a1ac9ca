import type { Queryable } from './database.ts';

/** Waits until nobody else is about the same thing, such as `views of ada`; given back when the transaction ends. */
export const takeNamedLock = async (tx: Queryable, name: string): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
};
