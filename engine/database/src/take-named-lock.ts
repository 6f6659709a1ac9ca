import type { Queryable } from './database.ts';

/** Waits until nobody else is about the same thing, such as `views of ada`; given back when the transaction ends. */
export const takeNamedLock = async (tx: Queryable, name: string): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
};

/** The same beside others who share it: only whoever takes it for themselves waits for them, and they for them. */
export const shareNamedLock = async (tx: Queryable, name: string): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [name]);
};
