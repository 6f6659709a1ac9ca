import { appendAudit, job } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { lockLedger } from '@irisflow/ledger';
import { listToBook, type MovementRow, noteOutcomes } from '../storage/movements.ts';
import { nextToBook, noteProgress, postpone, takeStatement, type TakenStatement } from '../storage/statements.ts';
import type { Surroundings } from '../surroundings.ts';
import { bookIncoming, bookOutgoing, bookReturn, type Came } from './book-movement.ts';
import { recognize } from './recognize.ts';

/** Movements of one transaction: nobody else acts on the books of the administration meanwhile. */
const PORTION = 50;
/** Portions of one round: whoever stops the platform does not wait for ten thousand. */
const ROUND = 20;
/** A statement that something failed with is tried again this much later. */
const RETRY_MS = 10_000;

/** What came in a row is booked at once; anything else by itself, after what stands before it: it may take that back. */
const bookAll = async (
  surroundings: Surroundings,
  tx: Queryable,
  { id, administration }: TakenStatement,
  movements: readonly MovementRow[],
): Promise<void> => {
  const recognized = await recognize(tx, administration, movements);
  let came: Came[] = [];
  const flush = async (): Promise<void> => {
    const all = came;
    came = [];
    if (all.length > 0) await noteOutcomes(tx, id, await bookIncoming(surroundings, tx, all));
  };
  for (const movement of movements) {
    if (movement.amount > 0n && movement.returnReason === null) {
      came.push({ movement, receivable: recognized.get(movement.place) });
      continue;
    }
    await flush();
    const returned = await bookReturn(surroundings, tx, movement);
    if (returned === undefined && movement.amount > 0n) came.push({ movement, receivable: undefined });
    else await noteOutcomes(tx, id, [returned ?? (await bookOutgoing(surroundings, tx, movement))]);
  }
  await flush();
};

/** Books the next movements of a statement and notes how far it is, in one transaction: a process that dies has done both or neither. */
const bookPortion = async (surroundings: Surroundings, tx: Queryable, statementId: string): Promise<void> => {
  const taken = await takeStatement(tx, statementId);
  if (taken === undefined) return;
  const { id, administration } = taken;
  await lockLedger(tx, administration);
  const movements = await listToBook(tx, id, PORTION);
  await bookAll(surroundings, tx, taken, movements);
  const booked = taken.booked + movements.length;
  const isDone = booked >= taken.movements || movements.length === 0;
  await noteProgress(tx, { id, booked, isDone });
  if (!isDone) return;
  await appendAudit(surroundings, tx, {
    actor: job('statements'),
    action: 'statement.booked',
    object: `statement:${id}`,
    administration,
    detail: { movements: booked },
  });
};

/** Goes on with what statements say; answers how many portions it booked. What is left is for the next round, which the bell calls. */
export const bookStatements = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, statementBell } = surroundings;
  for (let portions = 0; portions < ROUND; portions += 1) {
    const id = await nextToBook(database, clock.now());
    if (id === undefined) return portions;
    try {
      await database.transaction((tx) => bookPortion(surroundings, tx, id));
    } catch (thrown) {
      await postpone(database, { id, until: clock.now() + RETRY_MS });
      throw thrown;
    }
  }
  statementBell.ring();
  return ROUND;
};
