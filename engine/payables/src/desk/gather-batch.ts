import { actorReference, appendAudit } from '@irisflow/access';
import { daysBetween } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { onBooks } from '@irisflow/ledger';
import { messageIdOf } from '../ids.ts';
import { insertBatch } from '../storage/batches.ts';
import { gatherDue } from '../storage/payables.ts';
import type { UseCase } from '../surroundings.ts';
import type { BatchView } from '../views/payables.ts';
import { viewBatch } from './read-batches.ts';

export interface Gathering {
  /** Every order that is due by then. */
  readonly until: string;
  /** When the bank is to pay them. */
  readonly executeOn: string;
}

const FARTHEST_DAYS = 365;
/** What banks take in one file, with room; more waits for the next batch. */
const MOST_ORDERS = 25_000;

const requireSoon = (today: string, day: string): void => {
  const ahead = daysBetween(today, day);
  if (ahead >= 0 && ahead <= FARTHEST_DAYS) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day within a year from ${today} on, but found ${day}`);
};

/** Gathers every order that waits and is due into a batch; somebody else releases it. */
export const gatherBatch: UseCase<Gathering, BatchView> = (surroundings, actor, { until, executeOn }) =>
  onBooks(surroundings, actor, async (act, clerk) => {
    const { administration, person } = clerk;
    requireSoon(act.day, executeOn);
    const batchId = surroundings.random.id();
    const at = surroundings.clock.now();
    await insertBatch(act.tx, {
      id: batchId,
      administration,
      messageId: messageIdOf(batchId),
      executeOn,
      madeAt: at,
      madeBy: person.id,
    });
    const orders = await gatherDue(act.tx, {
      administration,
      batchId,
      until,
      by: actorReference(actor),
      words: null,
      limit: MOST_ORDERS,
    });
    if (orders === 0)
      throw new CaseworkError('NOTHING_DUE', `Expected an order that is due by ${until}, but there is none`);
    await appendAudit(surroundings, act.tx, {
      actor,
      action: 'batch.gathered',
      object: `batch:${batchId}`,
      administration,
      detail: { until, executeOn, orders },
    });
    return viewBatch(act.tx, clerk, batchId);
  });
