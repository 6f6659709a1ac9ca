import type { Database } from '@irisflow/database';

type Check = (database: Database) => Promise<string[]>;

/** What a deep check finds in a store that somebody damaged; afterwards the store is as it was. */
export const findPlanted = async (
  database: Database,
  damage: readonly string[],
  check: Check,
): Promise<readonly string[]> => {
  let found: readonly string[] = [];
  await database
    .transaction(async (tx) => {
      for (const statement of damage) await tx.query(statement);
      found = await check({ ...database, query: tx.query.bind(tx), as: () => tx } as never);
      throw new Error('Undone');
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof Error && thrown.message === 'Undone')) throw thrown;
    });
  return found;
};
