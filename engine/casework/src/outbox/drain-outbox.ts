import { isEngineFailure } from '@irisflow/engine-client';
import { failMessage, finishMessage, postponeMessage, takeDueMessage, type OutboxRow } from '../storage/outbox.ts';
import type { Surroundings } from '../surroundings.ts';
import { dispatchMessage } from './dispatch-message.ts';

/** A message that a process holds this long belongs to nobody: the process died. */
const KEEP_MS = 60_000;
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 5 * 60_000;
/** A refusal does not go away by itself; after this many a person has to look. */
const MAX_REFUSALS = 10;

const delayAfter = (attempts: number): number =>
  Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempts - 1, 20), MAX_DELAY_MS);

const settleFailure = async ({ database, clock }: Surroundings, row: OutboxRow, thrown: unknown): Promise<void> => {
  const error = thrown instanceof Error ? thrown.message : String(thrown);
  const mayPass = isEngineFailure(thrown, 'unavailable', 'uncertain');
  if (!mayPass && row.attempts >= MAX_REFUSALS) {
    await failMessage(database, { id: row.id, error });
    return;
  }
  // What is not an answer leaves open whether it was done; what was uncertain stays so until the engine was asked.
  const uncertain =
    row.uncertain || !isEngineFailure(thrown, 'unavailable', 'refused', 'notFound', 'conflict', 'invalid');
  await postponeMessage(database, { id: row.id, nextAt: clock.now() + delayAfter(row.attempts), error, uncertain });
};

/** Sends every message that is due; answers how many were sent. */
export const drainOutbox = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock } = surroundings;
  for (let sent = 0; ;) {
    const row = await takeDueMessage(database, { at: clock.now(), keepMs: KEEP_MS });
    if (row === undefined) return sent;
    try {
      await dispatchMessage(surroundings, row);
      await finishMessage(database, { id: row.id, at: clock.now() });
      sent += 1;
    } catch (thrown) {
      await settleFailure(surroundings, row, thrown);
    }
  }
};
