import { isoOf } from '@irisflow/foundation';
import { requireMachine, type ApiTokenActor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { tokenHashOf } from '../identity/token-hash.ts';
import { countRequest } from '../limits/count-request.ts';
import { findLivingApiToken, noteApiTokenUse, type ApiTokenRow } from '../storage/api-tokens.ts';
import type { UseCase } from '../surroundings.ts';
import { actingFor } from '../use-case.ts';
import { isAllowedAddress } from './allowed-addresses.ts';
import { apiScopes } from '../views/api-scope.ts';
import { isTokenText } from './token-text.ts';

/** However often somebody knocks from where they may not, it is told once in this time. */
const TOLD_EVERY_MS = 60_000;
/** A use is noted at most this often: a busy system must not write a row with every call. */
const NOTE_EVERY_MS = 60_000;

const actorOf = ({ id, name, administration, scopes, procedures }: ApiTokenRow): ApiTokenActor => ({
  kind: 'apiToken',
  token: { id, name, administration, scopes: apiScopes.filter((scope) => scopes.includes(scope)), procedures },
});

export interface ShownAtDoor {
  readonly token: string;
  /** Where the call comes from. */
  readonly address: string;
}

/** Who holds an API token; null when it is none, counts no longer, or comes from where it may not. */
export const admitApiToken: UseCase<ShownAtDoor, ApiTokenActor | null> = async (given, actor, { token, address }) => {
  requireMachine(actor);
  if (!isTokenText(token)) return null;
  const { database, clock } = actingFor(given, actor, 'admission');
  const now = clock.now();
  const row = await findLivingApiToken(database, { hash: tokenHashOf(token), at: isoOf(now) });
  if (row === undefined) return null;
  const holder = actorOf(row);
  if (!isAllowedAddress(row.addresses, address)) {
    const { count } = await countRequest(given, actor, {
      key: `api-token-stranger:${row.id}`,
      windowMs: TOLD_EVERY_MS,
    });
    if (count === 1) await noteStranger(given, holder, address);
    return null;
  }
  await noteApiTokenUse(database, { id: row.id, at: isoOf(now), from: address, unless: isoOf(now - NOTE_EVERY_MS) });
  return holder;
};

/** Whoever has a token and calls from elsewhere may have found it: its administration reads so. */
const noteStranger = (given: Parameters<typeof admitApiToken>[0], holder: ApiTokenActor, address: string) =>
  actingFor(given, holder, 'admission').database.transaction((tx) =>
    appendAudit(given, tx, {
      actor: holder,
      action: 'apiToken.refused',
      object: `address:${address}`,
      administration: holder.token.administration,
      outcome: 'refused',
      detail: { reason: 'address' },
    }),
  );
