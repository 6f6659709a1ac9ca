import { migrate, readMigrations, type Database } from '@irisflow/database';

/** Name of the one schema that casework owns. */
export const schema = 'casework';

/** Brings the casework schema up to date; returns the migrations that were applied now. */
export const migrateCasework = (database: Database): Promise<string[]> =>
  // Built code runs in dist/storage, sources in src/storage; the SQL lives only beside the sources.
  migrate(database, { schema, files: readMigrations(new URL('../../src/storage/migrations/', import.meta.url)) });
