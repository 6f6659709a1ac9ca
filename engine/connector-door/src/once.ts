import type { Queryable } from '@irisflow/database';
import { requireConnector, type Actor, type ConnectorActor, appendAudit, fingerprintOf } from '@irisflow/access';
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

interface Asked extends ConnectorCall {
  readonly caseId: string;
  readonly operation: string;
}

/** How a call is told from others is no part of what it asks for. */
const apart: ReadonlySet<string> = new Set(['idempotencyKey', 'operation', 'caseId', 'work']);

export const requestOf = (call: ConnectorCall): string =>
  fingerprintOf(Object.fromEntries(Object.entries(call).filter(([name]) => !apart.has(name))));

export const knownReply = async <Reply>(db: Queryable, asked: Asked): Promise<{ readonly reply: Reply } | null> => {
  const { caseId, idempotencyKey, operation } = asked;
  const known = await findReply(db, { caseId, key: idempotencyKey });
  if (known === undefined) return null;
  const isSame = known.request_sha256 === null || known.request_sha256 === requestOf(asked);
  if (known.operation === operation && isSame) return { reply: known.reply as Reply };
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a new idempotency key for ${operation}, but it was used for ${known.operation === operation ? 'another one' : known.operation}`,
  );
};

const requireKey = (key: string): void => {
  if (key.trim() !== '' && key.length <= 200) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected an idempotency key of 1 to 200 characters, but found ${key.length}`,
  );
};

/** A case that goes on elsewhere is not that of this process any more, which may run for a while before it is canceled. */
export const refuseTransferred = ({ id, status }: CaseRow): void => {
  if (status === 'transferred')
    throw new CaseworkError('CASE_ENDED', `Expected a case that goes on here, but ${id} is ${status}`);
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
  const known = await knownReply<Reply>(tx, { ...call, caseId });
  if (known !== null) return known.reply;
  refuseTransferred(row);
  const step = await automatedStepOf(tx, actor);
  const reply = await call.work({ tx, row, step });
  const { element } = step.origin;
  if (element !== null) await reachMilestones(surroundings, tx, [{ caseId, element }]);
  const at = surroundings.clock.now();
  await insertReply(tx, { caseId, key, operation, requestSha256: requestOf(call), reply, at });
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
