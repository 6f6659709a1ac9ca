import type { Queryable } from '@irisflow/database';
import { appendAudit, canonicalJson, requireConnectorToken, type ConnectorGrant } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import {
  findRegistration,
  upsertRegistration,
  type ConnectorRegistrationRow,
} from '../storage/connector-registrations.ts';
import { judgeRegistration, type ConnectorToRegister } from './judge-registration.ts';
import type { ConnectorsSurroundings, UseCase } from './surroundings.ts';

const MAX_CONNECTORS = 50;

export interface Registration {
  readonly connectors: readonly ConnectorToRegister[];
}

const requireDistinct = (connectors: readonly ConnectorToRegister[]): void => {
  const distinct = new Set(connectors.map(({ type }) => type)).size;
  if (distinct === connectors.length && distinct > 0 && distinct <= MAX_CONNECTORS) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected 1 to ${MAX_CONNECTORS} connectors of different types, but found ${connectors.length}`,
  );
};

const isKnown = (row: ConnectorRegistrationRow | undefined, connector: ConnectorToRegister, tokenId: string): boolean =>
  row !== undefined &&
  row.token_id === tokenId &&
  canonicalJson([row.version, row.title, row.templates, row.documentation]) ===
    canonicalJson([connector.version, connector.title, connector.templates, connector.documentation]);

/** Stores a connector; answers whether anything changed. */
const register = async (
  { clock }: ConnectorsSurroundings,
  tx: Queryable,
  { grant, connector }: { readonly grant: ConnectorGrant; readonly connector: ConnectorToRegister },
): Promise<boolean> => {
  const { type, version } = connector;
  const row = await findRegistration(tx, type);
  if (isKnown(row, connector, grant.id)) return false;
  const { id: tokenId, administration } = grant;
  const isStored = await upsertRegistration(tx, {
    ...connector,
    administration,
    tokenId,
    registeredAt: isoOf(clock.now()),
  });
  if (isStored) return true;
  const found = (await findRegistration(tx, type))?.version ?? 0;
  throw new CaseworkError(
    'CONNECTOR_NEWER',
    `Expected version ${found} or later of ${type}, but found version ${version}`,
  );
};

/** Writes down what connectors of a token are, all of them or none. The same again changes nothing. */
export const registerConnectors: UseCase<Registration, { registered: string[] }> = async (
  surroundings,
  actor,
  { connectors },
) => {
  const grant = requireConnectorToken(actor);
  requireDistinct(connectors);
  for (const connector of connectors) judgeRegistration(connector, grant);
  // In one order, so that two registrations at once wait for each other and never in a circle.
  const sorted = connectors.toSorted((left, right) => (left.type < right.type ? -1 : 1));
  await surroundings.database.transaction(async (tx) => {
    const changed: ConnectorToRegister[] = [];
    for (const connector of sorted) if (await register(surroundings, tx, { grant, connector })) changed.push(connector);
    for (const { type, version } of changed)
      await appendAudit(surroundings, tx, {
        actor,
        action: 'connector.registered',
        object: `connector:${type}`,
        administration: grant.administration,
        detail: { type, version },
      });
  });
  return { registered: connectors.map(({ type }) => type) };
};
