import { migrate, readMigrations, type Database } from '@irisflow/database';
import { raiseWalls } from '../walls/raise-walls.ts';

/** Name of the one schema that casework owns. */
export const schema = 'casework';

interface MigrationOptions {
  /** Logins that act as the roles of the walls beside the one that migrates; the web's own, when it has one. */
  readonly logins?: readonly string[];
}

/** Brings the casework schema and its walls up to date; returns the migrations that were applied now. */
export const migrateCasework = async (
  database: Database,
  { logins = [] }: MigrationOptions = {},
): Promise<string[]> => {
  // Built code runs in dist/storage, sources in src/storage; the SQL lives only beside the sources.
  const files = readMigrations(new URL('../../src/storage/migrations/', import.meta.url));
  const applied = await migrate(database, { schema, files });
  const [own] = await database.query<{ login: string }>('select session_user::text as login');
  const owner = own?.login ?? 'postgres';
  await raiseWalls(database, { owner, others: logins.filter((login) => login !== owner) });
  return applied;
};
