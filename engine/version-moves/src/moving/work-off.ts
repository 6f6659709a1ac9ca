import { actingFor, actorLater } from '@irisflow/access';
import { postponeItem, settleItem, takeItem, type TakenItem } from '../storage/version-move-items.ts';
import type { Surroundings } from '../surroundings.ts';
import { type ItemOutcome, moveItem } from './move-case.ts';

/** A case that a process holds this long belongs to nobody: the process died. */
const KEEP_MS = 60_000;
/** Until then what keeps a case for a moment is over. */
const RETRY_MS = 5_000;
const MAX_ATTEMPTS = 10;
/** A round ends after as many: whoever stops the platform does not wait for thousands. */
const ROUND = 40;

const settle = async ({ database, clock }: Surroundings, item: TakenItem, outcome: ItemOutcome): Promise<void> => {
  const key = { moveId: item.move_id, position: item.position };
  const at = clock.now();
  const { begun } = item;
  switch (outcome.kind) {
    case 'moved':
    case 'gone':
      return;
    case 'stayed':
      await settleItem(database, key, { at, state: 'stayed', ...outcome.stay, begun: false });
      return;
    case 'failed':
      await settleItem(database, key, { at, state: 'failed', subject: null, ...outcome });
      return;
    case 'later':
      if (item.attempts < MAX_ATTEMPTS) await postponeItem(database, key, at + RETRY_MS * item.attempts);
      else await settleItem(database, key, { at, state: 'failed', reason: 'unavailable', subject: null, begun });
      return;
  }
};

/** What nobody expected is told to whoever runs the platform, and tried again until it is plain that it does not pass. */
const workOn = async (surroundings: Surroundings, item: TakenItem): Promise<void> => {
  const { database, clock } = surroundings;
  try {
    const actor = await actorLater(database, item.started_by);
    await settle(surroundings, item, await moveItem(actingFor(surroundings, actor, 'versionMoves'), actor, item));
  } catch (thrown) {
    if (item.attempts >= MAX_ATTEMPTS) {
      const key = { moveId: item.move_id, position: item.position };
      const { begun } = item;
      await settleItem(database, key, { at: clock.now(), state: 'failed', reason: 'fault', subject: null, begun });
    }
    throw thrown;
  }
};

/**
 * Moves what waits, one case after the other, each as the person who started it. Answers how many were looked at; what is left is
 * for the next round, which the bell calls.
 */
export const workOffMoves = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, versionMoveBell } = surroundings;
  const failures: unknown[] = [];
  let taken = 0;
  while (taken < ROUND) {
    const item = await takeItem(database, { at: clock.now(), keepMs: KEEP_MS });
    if (item === undefined) break;
    taken += 1;
    try {
      await workOn(surroundings, item);
    } catch (thrown) {
      failures.push(thrown);
    }
  }
  if (taken >= ROUND) versionMoveBell.ring();
  if (failures.length > 0) throw failures[0];
  return taken;
};
