import { job } from '@irisflow/access';
import { connectors } from '@irisflow/connector-catalog';
import { DatabaseFault, type Database } from '@irisflow/database';
import { connectorsRoom } from '@irisflow/procedures';
import type { ServedTypes } from '../credentials/admit-to-engine.ts';
import { createRandom, systemClock } from './surroundings.ts';

/** No such table, no such role: a broker may start before a web has made them. */
const notThereYet: readonly (string | null)[] = ['42P01', '3F000', '22023', '42704'];

/** Which types the holder of a connector token serves, as the platform on the same store knows it. */
export const servedTypesIn = (database: Database): ServedTypes => {
  const connectorTypes = connectors.map(({ type }) => type);
  const room = connectorsRoom({ database, clock: systemClock, random: createRandom(), connectorTypes });
  return async (token) => {
    try {
      return (await room.admitToken(job('admission'), { token }))?.token.types ?? null;
    } catch (thrown) {
      if (thrown instanceof DatabaseFault && notThereYet.includes(thrown.sqlState)) return null;
      throw thrown;
    }
  };
};
