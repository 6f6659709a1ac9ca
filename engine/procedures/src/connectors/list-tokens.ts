import { requireMachine, requireStaff } from '@irisflow/access';
import { listAllConnectorTokenRows, listConnectorTokenRows } from '../storage/connector-tokens.ts';
import type { ConnectorTokenView } from '../views/connector.ts';
import type { UseCase } from './surroundings.ts';
import { viewToken } from './view-token.ts';

/** The tokens of the administrator's administration, those that are over too. */
export const listTokens: UseCase<Record<string, never>, ConnectorTokenView[]> = async ({ database }, actor) => {
  const { administration } = requireStaff(actor, ['administrator']);
  return (await listConnectorTokenRows(database, administration)).map(viewToken);
};

export interface OwnedToken extends ConnectorTokenView {
  /** Null for one of the platform. */
  readonly administration: string | null;
}

/** Every token there is, for the operator. */
export const listAllTokens: UseCase<Record<string, never>, OwnedToken[]> = async ({ database }, actor) => {
  requireMachine(actor);
  const rows = await listAllConnectorTokenRows(database);
  return rows.map((row) => ({ ...viewToken(row), administration: row.administration }));
};
