import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { requireStaff, type Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { tokenHashOf } from '../identity/token-hash.ts';
import {
  type ApiTokenRow,
  insertApiSecret,
  listApiTokenRows,
  lockApiToken,
  renewApiTokenRow,
  revokeApiTokenRow,
  shortenApiSecrets,
} from '../storage/api-tokens.ts';
import type { UseCase } from '../surroundings.ts';
import { actingFor } from '../use-case.ts';
import type { ApiTokenView } from '../views/api-token.ts';
import { requireEnd } from './token-end.ts';
import { writeToken } from './token-text.ts';
import { type ShownToken, viewApiToken } from './view-api-token.ts';

/** So long the other system has to take the new text. */
const OVERLAP_MS = 24 * 3600 * 1000;

/** Tokens of others do not exist for an administrator. */
const lockOwn = async (tx: Queryable, actor: Actor, id: string): Promise<ApiTokenRow> => {
  const { administration } = requireStaff(actor, ['administrator']);
  const row = await lockApiToken(tx, id);
  if (row?.administration === administration) return row;
  throw new CaseworkError('NOT_FOUND', `Expected an API token ${id}, but there is none to be seen`);
};

/** The tokens of the administrator's administration, those that are over too. */
export const listApiTokens: UseCase<Record<string, never>, ApiTokenView[]> = async ({ database }, actor) => {
  const { administration } = requireStaff(actor, ['administrator']);
  return (await listApiTokenRows(database, administration)).map(viewApiToken);
};

/** A new text and a new last day for the same token; the old text counts for one more day. */
export const renewApiToken: UseCase<{ tokenId: string; lastDay: string }, ShownToken> = async (
  surroundings,
  actor,
  { tokenId: id, lastDay },
) => {
  requireStaff(actor, ['administrator']);
  const { clock, random } = surroundings;
  const now = clock.now();
  const until = requireEnd(lastDay, now);
  const token = writeToken(random.token());
  const row = await actingFor(surroundings, actor, 'admission').database.transaction(async (tx) => {
    const found = await lockOwn(tx, actor, id);
    if (found.revoked_at !== null)
      throw new CaseworkError('TOKEN_REVOKED', `Expected a token that is not revoked, but ${id} is`);
    await shortenApiSecrets(tx, { tokenId: id, until: isoOf(now + OVERLAP_MS) });
    await insertApiSecret(tx, { tokenId: id, hash: tokenHashOf(token), expiresAt: until });
    await renewApiTokenRow(tx, { id, at: isoOf(now), until });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'apiToken.renewed',
      object: `apiToken:${id}`,
      administration: found.administration,
      detail: { name: found.name, expiresAt: until },
    });
    return { ...found, expires_at: until, renewed_at: isoOf(now) };
  });
  return { token, apiToken: viewApiToken(row) };
};

/** Ends a token. The next call with it is refused, whatever it was in the middle of. */
export const revokeApiToken: UseCase<{ tokenId: string }, void> = async (surroundings, actor, { tokenId: id }) => {
  const { person } = requireStaff(actor, ['administrator']);
  const { database, clock } = surroundings;
  await database.transaction(async (tx) => {
    const { administration, name, revoked_at: revokedAt } = await lockOwn(tx, actor, id);
    if (revokedAt !== null) return;
    await revokeApiTokenRow(tx, { id, at: isoOf(clock.now()), by: person.name });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'apiToken.revoked',
      object: `apiToken:${id}`,
      administration,
      detail: { name },
    });
  });
};
