import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { preparedCasework } from './prepared-casework.ts';
import { givenTwoWorlds } from './two-worlds.ts';

/** PostgreSQL with a row of each world in every table, and as many more as these statements make of them. */
export const openFilledWorlds = async (fill: readonly string[]): Promise<TestDatabase> => {
  const store = await openTestDatabase('postgres', preparedCasework);
  await givenTwoWorlds(store.database);
  await store.database.transaction(async (tx) => {
    // Pointers are checked elsewhere; here they would cost a minute.
    await tx.query('set local session_replication_role = replica');
    for (const statement of fill) await tx.query(statement);
  });
  return store;
};
