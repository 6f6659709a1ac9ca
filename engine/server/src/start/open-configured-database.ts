import { openDatabase, type Database } from '@irisflow/database';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { openHomeFolder, storeFolder } from './home-folder.ts';

const refuse = (url: string, cause: unknown): never => {
  const place = URL.canParse(url) ? new URL(url).host : 'that address';
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new ConfigError(
    `Expected a PostgreSQL at ${place} as IRISFLOW_DATABASE_URL says, but it cannot be used: ${reason}.`,
  );
};

/** The store that `start` would use. */
export const openConfiguredDatabase = async ({ databaseUrl, home }: Config): Promise<Database> => {
  if (databaseUrl !== '')
    return openDatabase({ kind: 'postgres', url: databaseUrl }).catch((cause: unknown) => refuse(databaseUrl, cause));
  openHomeFolder(home);
  return openDatabase({ kind: 'pglite', dir: storeFolder(home) });
};
