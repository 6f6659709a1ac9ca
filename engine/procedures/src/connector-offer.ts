import { servedTypesFor } from './connectors/served-types.ts';
import type { ConnectorOffer } from './lint/lint-references.ts';
import type { Surroundings } from './surroundings.ts';

/** What connectors offer to the procedures of an administration at this moment. */
export const connectorOfferFor = async (
  surroundings: Surroundings,
  administration: string,
): Promise<ConnectorOffer> => {
  const { database, connectorTypes, sourceTypes } = surroundings;
  return { connectorTypes, sourceTypes, servedTypes: await servedTypesFor(surroundings, database, administration) };
};
