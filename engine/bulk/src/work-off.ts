import { actingAs, actorLater } from '@irisflow/access';
import { completeItem, type ItemOutcome } from './complete-item.ts';
import { postponeItem, settleItem, takeItem, type TakenItem } from './storage/bulk-items.ts';
import type { Surroundings } from './surroundings.ts';

/** A task that a process holds this long belongs to nobody: the process died. */
const KEEP_MS = 60_000;
/** Until then the worklist knows what the engine did without telling. */
const RETRY_MS = 5_000;
const MAX_ATTEMPTS = 10;
/** Tasks under way at once: most of their time they wait for the engine and for disks. */
const LANES = 4;
/** A round ends after as many: whoever stops the platform does not wait for five hundred. */
const ROUND = 40;

const settle = async ({ database, clock }: Surroundings, item: TakenItem, outcome: ItemOutcome): Promise<void> => {
  const key = { bulkId: item.bulk_id, position: item.position };
  const at = clock.now();
  switch (outcome.kind) {
    case 'done':
      await settleItem(database, key, { at, reason: null, fields: [] });
      return;
    case 'failed':
      await settleItem(database, key, { at, reason: outcome.reason, fields: outcome.fields });
      return;
    case 'later':
      if (item.attempts < MAX_ATTEMPTS) await postponeItem(database, key, at + RETRY_MS * item.attempts);
      else await settleItem(database, key, { at, reason: 'unavailable', fields: [] });
      return;
    case 'fault':
      await settleItem(database, key, { at, reason: 'fault', fields: [] });
      throw outcome.thrown;
  }
};

/**
 * Completes what waits in bulk decisions, each task as the person who started it, several at once. Answers how many were
 * looked at; what is left is for the next round, which the bell calls.
 */
export const workOffBulk = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, bulkBell } = surroundings;
  const failures: unknown[] = [];
  let taken = 0;
  const take = async (): Promise<TakenItem | undefined> => {
    if (taken >= ROUND) return undefined;
    taken += 1;
    const item = await takeItem(database, { at: clock.now(), keepMs: KEEP_MS });
    if (item === undefined) taken -= 1;
    return item;
  };
  const lane = async (): Promise<void> => {
    for (let item = await take(); item !== undefined; item = await take())
      try {
        const actor = await actorLater(database, item.started_by);
        await settle(surroundings, item, await completeItem(actingAs(surroundings, actor), actor, item));
      } catch (thrown) {
        failures.push(thrown);
      }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (taken >= ROUND) bulkBell.ring();
  if (failures.length > 0) throw failures[0];
  return taken;
};
