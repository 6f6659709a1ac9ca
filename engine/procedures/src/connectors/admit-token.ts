import { actingFor, requireMachine, tokenHashOf, type ConnectorTokenActor } from '@irisflow/access';
import { isoOf } from '@irisflow/foundation';
import { findLivingToken, noteTokenUse } from '../storage/connector-tokens.ts';
import { tokenPrefix } from './create-token.ts';
import type { UseCase } from './surroundings.ts';

/** A use is noted at most this often: a busy connector must not write a row with every call. */
const NOTE_EVERY_MS = 60_000;

/** Who holds a connector token; null when it is none, or counts no longer. */
export const admitToken: UseCase<{ token: string }, ConnectorTokenActor | null> = async (given, actor, { token }) => {
  requireMachine(actor);
  if (!token.startsWith(tokenPrefix)) return null;
  const { database, clock, connectorTypes } = actingFor(given, actor, 'admission');
  const now = clock.now();
  const row = await findLivingToken(database, { hash: tokenHashOf(token), at: isoOf(now) });
  if (row === undefined) return null;
  const { id, name, administration } = row;
  await noteTokenUse(database, { id, at: isoOf(now), unless: isoOf(now - NOTE_EVERY_MS) });
  // The platform may have begun to ship a type after the token was made.
  const types = row.types.filter((type) => connectorTypes?.includes(type) !== true);
  return { kind: 'connectorToken', token: { id, name, administration, types } };
};
