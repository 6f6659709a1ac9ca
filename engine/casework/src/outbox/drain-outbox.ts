import { isEngineFailure } from '@irisflow/engine-client';
import { failMessage, finishMessage, postponeMessage, takeDueMessage, type OutboxRow } from '../storage/outbox.ts';
import type { Surroundings } from '../surroundings.ts';
import { dispatchMessage, MessageOutlived } from './dispatch-message.ts';

/** A message that a process holds this long belongs to nobody: the process died. */
const KEEP_MS = 60_000;
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 5 * 60_000;
/** A refusal does not go away by itself; after this many a person has to look. */
const MAX_REFUSALS = 10;
/** Messages under way at once: most of their time they wait for the engine and for disks. Those of one case never are. */
const MAX_LANES = 8;

const delayAfter = (attempts: number): number =>
  Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempts - 1, 20), MAX_DELAY_MS);

const settleFailure = async ({ database, clock }: Surroundings, row: OutboxRow, thrown: unknown): Promise<void> => {
  const error = thrown instanceof Error ? thrown.message : String(thrown);
  const mayPass = isEngineFailure(thrown, 'unavailable', 'uncertain');
  if (thrown instanceof MessageOutlived || (!mayPass && row.attempts >= MAX_REFUSALS)) {
    await failMessage(database, { id: row.id, error });
    return;
  }
  // What is not an answer leaves open whether it was done; what was uncertain stays so until the engine was asked.
  const uncertain =
    row.uncertain || !isEngineFailure(thrown, 'unavailable', 'refused', 'notFound', 'conflict', 'invalid');
  await postponeMessage(database, { id: row.id, nextAt: clock.now() + delayAfter(row.attempts), error, uncertain });
};

/** Sends a message; answers whether that is done. */
const send = async (surroundings: Surroundings, row: OutboxRow): Promise<boolean> => {
  const { database, clock } = surroundings;
  try {
    const engineKey = await dispatchMessage(surroundings, row);
    await finishMessage(database, { id: row.id, at: clock.now(), engineKey });
    return true;
  } catch (thrown) {
    await settleFailure(surroundings, row, thrown);
    return false;
  }
};

/**
 * Sends every message that is due, several at once and those of one case one after the other; answers how many were sent. A
 * lane opens the next one when it found something to do, so that an empty outbox costs one look.
 */
export const drainOutbox = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock } = surroundings;
  const lanes: Promise<void>[] = [];
  const failures: unknown[] = [];
  let sent = 0;
  const take = () => takeDueMessage(database, { at: clock.now(), keepMs: KEEP_MS });
  const work = async (): Promise<void> => {
    for (let row = await take(); row !== undefined; row = await take()) {
      open();
      if (await send(surroundings, row)) sent += 1;
    }
  };
  const open = (): void => {
    if (lanes.length < MAX_LANES) lanes.push(work().catch((thrown: unknown) => void failures.push(thrown)));
  };
  open();
  for (const lane of lanes) await lane;
  if (failures.length > 0) throw failures[0];
  return sent;
};
