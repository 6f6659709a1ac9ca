import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { onBooks } from '@irisflow/ledger';
import { readWhole } from '../acts/batch-file.ts';
import { executeOrders } from '../acts/end-orders.ts';
import type { UseCase } from '../surroundings.ts';
import type { BatchView } from '../views/payables.ts';
import { requireReleased } from './act-on-batch.ts';
import { requireBatch, viewBatch } from './read-batches.ts';

export interface Confirmation {
  readonly batchId: string;
  /** When it left the account, as the statement says. */
  readonly day: string;
}

/** For a bank that sends no last word: an accountant says from the statement that every order which is left was executed. */
export const confirmBatch: UseCase<Confirmation, BatchView> = (surroundings, actor, { batchId, day }) =>
  onBooks(surroundings, actor, async (now, clerk) => {
    const batch = await requireBatch(now.tx, clerk, batchId);
    requireReleased(batch);
    if (day < batch.executeOn || day > now.day)
      throw new CaseworkError(
        'INPUT_INVALID',
        `Expected a day from ${batch.executeOn} to ${now.day}, but found ${day}`,
      );
    const open = (await readWhole(now.tx, batch)).filter(({ outcome }) => outcome === null);
    const { administration } = clerk;
    await executeOrders(
      surroundings,
      { ...now, day },
      {
        administration,
        batchId,
        ended: open.map((payable) => ({
          payable,
          ending: { outcome: 'executed', on: day, reason: null, bankStatus: null },
        })),
      },
    );
    await appendAudit(surroundings, now.tx, {
      actor,
      action: 'batch.confirmed',
      object: `batch:${batchId}`,
      administration,
      detail: { day, orders: open.length },
    });
    return viewBatch(now.tx, clerk, batchId);
  });
