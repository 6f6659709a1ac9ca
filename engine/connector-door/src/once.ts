import type { Queryable } from '@irisflow/database';
import { requireConnector, type Actor, type ConnectorActor, appendAudit } from '@irisflow/access';
import { lockSealedCase, reachMilestones, touchCase, type CaseRow, findReply, insertReply } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import type { Surroundings } from './surroundings.ts';
import { automatedStepOf, type AutomatedStep } from './automated-step.ts';

/** What every connector call carries; the case is the one that the connector was let in for. */
export interface ConnectorCall {
  readonly idempotencyKey: string;
}

/** One piece of work on the connector's case, in one transaction. */
export interface CaseWork {
  readonly tx: Queryable;
  readonly row: CaseRow;
  readonly step: AutomatedStep;
}

interface Once<Reply> extends ConnectorCall {
  readonly operation: string;
  readonly work: (work: CaseWork) => Promise<Reply>;
}

interface Asked {
  readonly caseId: string;
  readonly idempotencyKey: string;
  readonly operation: string;
}

export const knownReply = async <Reply>(
  db: Queryable,
  { caseId, idempotencyKey, operation }: Asked,
): Promise<{ readonly reply: Reply } | null> => {
  const known = await findReply(db, { caseId, key: idempotencyKey });
  if (known === undefined) return null;
  if (known.operation === operation) return { reply: known.reply as Reply };
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a new idempotency key for ${operation}, but it was used for ${known.operation}`,
  );
};

const requireKey = (key: string): void => {
  if (key.trim() !== '' && key.length <= 200) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected an idempotency key of 1 to 200 characters, but found ${key.length}`,
  );
};

const perform = async <Reply>(
  surroundings: Surroundings,
  tx: Queryable,
  actor: ConnectorActor,
  call: Once<Reply>,
): Promise<Reply> => {
  const { idempotencyKey: key, operation } = call;
  // The lock makes two calls with one key follow each other.
  const row = await lockSealedCase(tx, actor);
  const caseId = row.id;
  const known = await knownReply<Reply>(tx, { caseId, idempotencyKey: key, operation });
  if (known !== null) return known.reply;
  const step = await automatedStepOf(tx, actor);
  const reply = await call.work({ tx, row, step });
  const { element } = step.origin;
  if (element !== null) await reachMilestones(surroundings, tx, [{ caseId, element }]);
  const at = surroundings.clock.now();
  await insertReply(tx, { caseId, key, operation, reply, at });
  await touchCase(tx, { id: caseId, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: `case.${operation}`,
    object: `case:${caseId}`,
    administration: row.administration,
    detail: { ...step.origin },
  });
  return reply;
};

/** Does the work of a connector on its case once: the same key again answers as the first time and changes nothing. */
export const once = async <Reply>(surroundings: Surroundings, actor: Actor, call: Once<Reply>): Promise<Reply> => {
  const connector = requireConnector(actor);
  requireKey(call.idempotencyKey);
  return surroundings.database.transaction((tx) => perform(surroundings, tx, connector, call));
};
