import { migrateBroker } from '@irisflow/broker';
import type { Preparation } from '@irisflow/database/testing';
import { migrateCasework } from '@irisflow/platform';

/** A store with the tables of engine and casework. */
export const preparedPlatform: Preparation = {
  name: 'platform',
  prepare: async (database) => {
    await migrateBroker(database);
    await migrateCasework(database);
  },
};
