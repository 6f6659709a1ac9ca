import { CaseworkError, isoOf } from '@irisflow/foundation';
import { requireStaff } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { tokenHashOf } from '../identity/token-hash.ts';
import { findApiToken, insertApiSecret, insertApiToken } from '../storage/api-tokens.ts';
import type { UseCase } from '../surroundings.ts';
import { requireAddresses } from './allowed-addresses.ts';
import type { ApiScope } from '../views/api-scope.ts';
import { requireProcedureKeys } from './procedure-keys.ts';
import { requireEnd } from './token-end.ts';
import { writeToken } from './token-text.ts';
import { viewApiToken, type ShownToken } from './view-api-token.ts';

export interface TokenToMake {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** Null for every procedure of the administration. */
  readonly procedures: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  /** The last day on which it counts, `YYYY-MM-DD`. */
  readonly lastDay: string;
}

const MAX_NAME = 100;

const requireName = (name: string): string => {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= MAX_NAME) return trimmed;
  throw new CaseworkError('INPUT_INVALID', `Expected a name of 1 to ${MAX_NAME} characters, but found ${name.length}`);
};

const requireScopes = (scopes: readonly ApiScope[]): readonly ApiScope[] => {
  const different = [...new Set(scopes)];
  if (different.length > 0) return different;
  throw new CaseworkError('INPUT_INVALID', 'Expected at least one scope, but found none');
};

/** Makes a token for another system of the administration. What it says is answered here and never again. */
export const makeApiToken: UseCase<TokenToMake, ShownToken> = async (surroundings, actor, wanted) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { database, clock, random } = surroundings;
  const at = clock.now();
  const id = random.id();
  const token = writeToken(random.token());
  const limits = {
    name: requireName(wanted.name),
    scopes: requireScopes(wanted.scopes),
    procedures: requireProcedureKeys(wanted.procedures),
    addresses: requireAddresses(wanted.addresses),
    expiresAt: requireEnd(wanted.lastDay, at),
  };
  const apiToken = await database.transaction(async (tx) => {
    await insertApiToken(tx, { id, administration, ...limits, createdAt: isoOf(at), createdBy: person.name });
    await insertApiSecret(tx, { tokenId: id, hash: tokenHashOf(token), expiresAt: limits.expiresAt });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'apiToken.created',
      object: `apiToken:${id}`,
      administration,
      detail: limits,
    });
    const row = await findApiToken(tx, id);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the new token ${id}, but it is gone`);
    return viewApiToken(row);
  });
  return { token, apiToken };
};
