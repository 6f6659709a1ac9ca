import path from 'node:path';
import { openDatabase, type Database } from '@irisflow/database';
import type { Config } from '../config/config.ts';
import { openHomeFolder } from './home-folder.ts';

/** The store that `start` would use. */
export const openConfiguredDatabase = ({ databaseUrl, home }: Config): Promise<Database> => {
  if (databaseUrl !== '') return openDatabase({ kind: 'postgres', url: databaseUrl });
  openHomeFolder(home);
  return openDatabase({ kind: 'pglite', dir: path.join(home, 'store') });
};
