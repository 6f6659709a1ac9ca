import { migrateBroker } from '@irisflow/broker';
import { migrateCasework } from '@irisflow/platform';
import { readConfig } from '../config/config.ts';
import { openConfiguredDatabase } from '../start/open-configured-database.ts';
import type { Run } from './command.ts';

export const runMigrate: Run = async () => {
  const config = readConfig(process.env);
  const database = await openConfiguredDatabase(config);
  try {
    await migrateBroker(database);
    await migrateCasework(database, {
      logins: config.databaseOwnerUrl === '' ? [] : [decodeURIComponent(new URL(config.databaseUrl).username)],
    });
    process.stdout.write(`The schemas are current in ${database.description}.\n`);
    return 0;
  } finally {
    await database.close();
  }
};
