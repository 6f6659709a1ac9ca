import type { Queryable } from '@irisflow/database';
import { requireMachine, type Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { lockAnyCase } from '../cases/case-access.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { touchCase, type CaseRow } from '../storage/cases.ts';
import { findReply, insertReply } from '../storage/idempotent-replies.ts';
import type { Surroundings } from '../surroundings.ts';

/** What every connector call carries. */
export interface ConnectorCall {
  readonly caseId: string;
  readonly idempotencyKey: string;
}

interface Once<Reply> extends ConnectorCall {
  readonly operation: string;
  readonly work: (tx: Queryable, row: CaseRow) => Promise<Reply>;
}

export const knownReply = async <Reply>(
  db: Queryable,
  { caseId, idempotencyKey, operation }: Omit<Once<Reply>, 'work'>,
): Promise<{ readonly reply: Reply } | null> => {
  const known = await findReply(db, { caseId, key: idempotencyKey });
  if (known === undefined) return null;
  if (known.operation === operation) return { reply: known.reply as Reply };
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a new idempotency key for ${operation}, but it was used for ${known.operation}`,
  );
};

/** Does the work of a connector once: the same key again answers as the first time and changes nothing. */
export const once = async <Reply>(surroundings: Surroundings, actor: Actor, call: Once<Reply>): Promise<Reply> => {
  requireMachine(actor);
  const { caseId, idempotencyKey: key, operation } = call;
  if (key.trim() === '' || key.length > 200)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected an idempotency key of 1 to 200 characters, but found ${key.length}`,
    );
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    // The lock makes two calls with one key follow each other.
    const row = await lockAnyCase(tx, caseId);
    const known = await knownReply<Reply>(tx, call);
    if (known !== null) return known.reply;
    const reply = await call.work(tx, row);
    const at = clock.now();
    await insertReply(tx, { caseId, key, operation, reply, at });
    await touchCase(tx, { id: caseId, at });
    await appendAudit(surroundings, tx, {
      actor,
      action: `case.${operation}`,
      object: `case:${caseId}`,
      administration: row.administration,
    });
    return reply;
  });
};
