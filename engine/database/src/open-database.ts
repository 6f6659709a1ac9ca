import type { Database, DatabaseLocation } from './database.ts';
import { openPglite } from './pglite/open-pglite.ts';
import { openPostgres } from './postgres/open-postgres.ts';

/** Opens the store at `location`; fails with a DatabaseFault when it cannot be reached, is locked or cannot be written. */
export const openDatabase = (location: DatabaseLocation): Promise<Database> =>
  location.kind === 'postgres' ? openPostgres(location) : openPglite(location);
