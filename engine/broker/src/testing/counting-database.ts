import type { Database } from '@irisflow/database';

export interface CountingDatabase {
  readonly database: Database;
  /** How often each named statement was asked since the last time, and forgets it. */
  take(): Readonly<Record<string, number>>;
}

/** A real database that counts what is read from it by name. */
export const countReads = (database: Database): CountingDatabase => {
  let reads: Record<string, number> = {};
  return {
    database: {
      ...database,
      run: (statement) => {
        const name = statement.name ?? 'unnamed';
        reads[name] = (reads[name] ?? 0) + 1;
        return database.run(statement);
      },
    },
    take: () => {
      const taken = reads;
      reads = {};
      return taken;
    },
  };
};
