import { connectors } from '@irisflow/connector-catalog';
import { migrateCasework } from '@irisflow/platform';
import { connectorsRoom } from '@irisflow/procedures';
import { readConfig } from '../../config/config.ts';
import { openConfiguredDatabase } from '../../start/open-configured-database.ts';
import { createRandom, systemClock } from '../../start/surroundings.ts';

type Connectors = ReturnType<typeof connectorsRoom>;

/** Runs work on the connectors of others with the store of the settings; no engine is needed. */
export const withConnectors = async <T>(work: (room: Connectors) => Promise<T>): Promise<T> => {
  const database = await openConfiguredDatabase(readConfig(process.env));
  try {
    await migrateCasework(database);
    const connectorTypes = connectors.map(({ type }) => type);
    return await work(connectorsRoom({ database, clock: systemClock, random: createRandom(), connectorTypes }));
  } finally {
    await database.close();
  }
};
