import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { listServedTypes } from '../storage/connector-tokens.ts';
import type { ConnectorsSurroundings } from './surroundings.ts';

/** The types of others that somebody serves for an administration now; what the platform ships is never among them. */
export const servedTypesFor = async (
  { clock, connectorTypes }: Pick<ConnectorsSurroundings, 'clock' | 'connectorTypes'>,
  db: Queryable,
  administration: string,
): Promise<string[]> => {
  const served = await listServedTypes(db, { administration, at: isoOf(clock.now()) });
  return served.filter((type) => connectorTypes?.includes(type) !== true);
};
