import { openDatabase, type Database } from '@irisflow/database';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { openHomeFolder, storeFolder } from './home-folder.ts';

type Setting = 'IRISFLOW_DATABASE_URL' | 'IRISFLOW_DATABASE_OWNER_URL';

const refuse = (setting: Setting, url: string, cause: unknown): never => {
  const place = URL.canParse(url) ? new URL(url).host : 'that address';
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new ConfigError(`Expected a PostgreSQL at ${place} as ${setting} says, but it cannot be used: ${reason}.`);
};

const openPostgres = (setting: Setting, url: string): Promise<Database> =>
  openDatabase({ kind: 'postgres', url }).catch((cause: unknown) => refuse(setting, url, cause));

/** The store that `start` would use, as the login that owns it: for migrations and the engine. */
export const openConfiguredDatabase = async ({ databaseUrl, databaseOwnerUrl, home }: Config): Promise<Database> => {
  if (databaseOwnerUrl !== '') return openPostgres('IRISFLOW_DATABASE_OWNER_URL', databaseOwnerUrl);
  if (databaseUrl !== '') return openPostgres('IRISFLOW_DATABASE_URL', databaseUrl);
  openHomeFolder(home);
  return openDatabase({ kind: 'pglite', dir: storeFolder(home) });
};

/** The same store for people, connectors and jobs: as a login of their own where there is one. */
export const openWebDatabase = async ({ databaseUrl, databaseOwnerUrl }: Config, owner: Database): Promise<Database> =>
  databaseOwnerUrl === '' ? owner : openPostgres('IRISFLOW_DATABASE_URL', databaseUrl);
