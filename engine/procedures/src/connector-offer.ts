import { servedTypesFor } from './connectors/served-types.ts';
import type { Templates } from './connectors/template-inputs.ts';
import type { ConnectorOffer } from './lint/lint-references.ts';
import { listTemplates } from './storage/connector-registrations.ts';
import type { Surroundings } from './surroundings.ts';

/** What connectors offer to the procedures of an administration at this moment. */
export const connectorOfferFor = async (
  surroundings: Surroundings,
  administration: string,
): Promise<ConnectorOffer> => {
  const { database, connectorTypes, sourceTypes, connectorTemplates } = surroundings;
  const servedTypes = await servedTypesFor(surroundings, database, administration);
  const registered = await listTemplates(database, servedTypes);
  const served = registered.map(({ type, templates }) => [type, templates as Templates] as const);
  return { connectorTypes, sourceTypes, servedTypes, templates: new Map([...served, ...connectorTemplates]) };
};
