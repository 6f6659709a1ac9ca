import { migrate, type Database } from '@irisflow/database';
import { migrationFiles } from './migration-files.ts';
import { raiseWalls } from '../walls/raise-walls.ts';
import { schema } from '@irisflow/foundation';

interface MigrationOptions {
  /** Logins that act as the roles of the walls beside the one that migrates; the web's own, when it has one. */
  readonly logins?: readonly string[];
}

/** Brings the casework schema and its walls up to date; returns the migrations that were applied now. */
export const migrateCasework = async (
  database: Database,
  { logins = [] }: MigrationOptions = {},
): Promise<string[]> => {
  const files = migrationFiles();
  const applied = await migrate(database, { schema, files });
  const [own] = await database.query<{ login: string }>('select session_user::text as login');
  const owner = own?.login ?? 'postgres';
  await raiseWalls(database, { owner, others: logins.filter((login) => login !== owner) });
  return applied;
};
