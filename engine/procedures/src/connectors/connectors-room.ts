import { room } from '@irisflow/access';
import { admitToken } from './admit-token.ts';
import { createToken } from './create-token.ts';
import { listConnectorPages, listConnectorTemplates, listOwnConnectors } from './list-connectors.ts';
import { listAllTokens, listTokens } from './list-tokens.ts';
import { registerConnectors } from './register-connectors.ts';
import { revokeToken } from './revoke-token.ts';
import type { ConnectorsSurroundings } from './surroundings.ts';

/** Connectors that others run: their tokens, what they say of themselves, who may use them. */
export const connectorsRoom = (surroundings: ConnectorsSurroundings) =>
  room(surroundings, {
    createToken,
    listTokens,
    listAllTokens,
    revokeToken,
    admitToken,
    registerConnectors,
    listConnectorTemplates,
    listConnectorPages,
    listOwnConnectors,
  });
