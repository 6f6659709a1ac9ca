import { type Actor, appendAudit, type Clerk, isAccountOf } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { type Act, amountOf, onBooks, post } from '@irisflow/ledger';
import { hashOfFile, readWhole, transferBatchOf } from '../acts/batch-file.ts';
import { type Batch, giveUpRow, markSentRow, releaseRow } from '../storage/batches.ts';
import { countHeldOfBatch } from '../storage/holds.ts';
import { findPayer } from '../storage/payers.ts';
import { listOrderers, releaseAll, scatter } from '../storage/payables.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { BatchView, PayerView } from '../views/payables.ts';
import { requireBatch, viewBatch } from './read-batches.ts';

type OnBatch = UseCase<{ readonly batchId: string }, BatchView>;

interface Deed {
  readonly act: Act;
  readonly clerk: Clerk;
  readonly batch: Batch;
}

/** One act on one batch, with its word in the audit. */
const onBatch = (
  surroundings: Surroundings,
  actor: Actor,
  {
    batchId,
    action,
    work,
  }: { readonly batchId: string; readonly action: string; readonly work: (deed: Deed) => Promise<object> },
): Promise<BatchView> =>
  onBooks(surroundings, actor, async (act, clerk) => {
    const batch = await requireBatch(act.tx, clerk, batchId);
    const detail = await work({ act, clerk, batch });
    await appendAudit(surroundings, act.tx, {
      actor,
      action,
      object: `batch:${batchId}`,
      administration: clerk.administration,
      detail: { orders: batch.orders, total: amountOf(batch.total), ...detail },
    });
    return viewBatch(act.tx, clerk, batchId);
  });

const requireGathered = ({ id, releasedAt, givenUpAt }: Batch): void => {
  if (releasedAt === null && givenUpAt === null) return;
  throw new CaseworkError('BATCH_DECIDED', `Expected batch ${id} to wait for its release, but somebody decided on it`);
};

const requireSomebodyElse = async ({ act, clerk, batch }: Deed): Promise<void> => {
  for (const one of [batch.madeBy, ...(await listOrderers(act.tx, batch.id))])
    if (await isAccountOf(act.tx, one, clerk.person))
      throw new CaseworkError(
        'FOUR_EYES',
        'Expected somebody else to release the batch than who gathered it or ordered any of it, but it is the same person',
      );
};

const requirePayer = async ({ act, batch: { administration } }: Deed): Promise<PayerView> => {
  const payer = await findPayer(act.tx, administration);
  if (payer !== null) return payer;
  throw new CaseworkError(
    'PAYER_MISSING',
    `Expected ${administration} to have said from which account it pays, but it has not`,
  );
};

const refuseHeld = async ({ act, batch }: Deed): Promise<void> => {
  const held = await countHeldOfBatch(act.tx, batch.id);
  if (held === 0) return;
  throw new CaseworkError(
    'BATCH_HELD',
    `Expected a batch of which everything may leave, but ${held} of its orders are held back by an appeal`,
  );
};

/** Releases a batch that somebody else gathered: from now on its orders can only be executed or rejected. */
export const releaseBatch: OnBatch = (surroundings, actor, { batchId }) =>
  onBatch(surroundings, actor, {
    batchId,
    action: 'batch.released',
    work: async (deed) => {
      const { act, clerk, batch } = deed;
      requireGathered(batch);
      await requireSomebodyElse(deed);
      await refuseHeld(deed);
      const payer = await requirePayer(deed);
      const at = surroundings.clock.now();
      // A day that passed while the batch waited is today.
      const executeOn = batch.executeOn < act.day ? act.day : batch.executeOn;
      const { messageId, administration, total } = batch;
      const all = await readWhole(act.tx, batch);
      const fileHash = hashOfFile(transferBatchOf({ messageId, executeOn, releasedAt: isoOf(at), payer }, all));
      await releaseRow(act.tx, { id: batchId, at, by: clerk.person.id, executeOn, payer, fileHash });
      await releaseAll(act.tx, batchId, act.day);
      await post(surroundings, act, {
        administration,
        kind: 'release',
        batchId,
        lines: [
          { account: 'payable', amount: total },
          { account: 'transit', amount: -total },
        ],
      });
      return { executeOn, iban: payer.iban, fileHash };
    },
  });

/** Gives a batch up before its release: its orders wait again. */
export const giveUpBatch: OnBatch = (surroundings, actor, { batchId }) =>
  onBatch(surroundings, actor, {
    batchId,
    action: 'batch.givenUp',
    work: async ({ act, batch }) => {
      requireGathered(batch);
      await readWhole(act.tx, batch);
      await scatter(act.tx, batchId);
      await giveUpRow(act.tx, batchId, surroundings.clock.now());
      return {};
    },
  });

export const requireReleased = ({ id, releasedAt }: Batch): void => {
  if (releasedAt !== null) return;
  throw new CaseworkError('BATCH_NOT_RELEASED', `Expected batch ${id} to be released, but it is not`);
};

/** Notes that the file went to the bank; a second time changes nothing. */
export const markBatchSent: OnBatch = (surroundings, actor, { batchId }) =>
  onBatch(surroundings, actor, {
    batchId,
    action: 'batch.sent',
    work: async ({ act, clerk, batch }) => {
      requireReleased(batch);
      if (batch.sentAt === null)
        await markSentRow(act.tx, { id: batchId, at: surroundings.clock.now(), by: clerk.person.id });
      return {};
    },
  });
