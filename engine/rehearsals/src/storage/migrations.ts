import { readMigrations, type MigrationFile } from '@irisflow/database';

/** The numbered files that make the tables of this room; their numbers order them among those of the other rooms. */
export const rehearsalsMigrations = (): MigrationFile[] =>
  readMigrations(new URL('../../migrations/', import.meta.url));
