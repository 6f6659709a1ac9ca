import { type Clerk, isAccountOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, instantOrNull } from '@irisflow/foundation';
import { iban as ibanIdentifier } from '@irisflow/identifiers';
import { amountOf, requireAccountant } from '@irisflow/ledger';
import { listAnswers } from '../storage/answers.ts';
import { type Batch, findBatch, listBatches as listRows } from '../storage/batches.ts';
import { findPayer } from '../storage/payers.ts';
import type { UseCase } from '../surroundings.ts';
import type { BatchState, BatchSummary, BatchView } from '../views/payables.ts';

const MANY = 100;

const stateOf = ({ givenUpAt, releasedAt, sentAt, orders, executedOrders, rejectedOrders }: Batch): BatchState => {
  if (givenUpAt !== null) return 'givenUp';
  if (releasedAt === null) return 'gathered';
  if (executedOrders + rejectedOrders === orders) return 'settled';
  return sentAt === null ? 'released' : 'sent';
};

const summarize = (batch: Batch): BatchSummary => ({
  id: batch.id,
  messageId: batch.messageId,
  state: stateOf(batch),
  executeOn: batch.executeOn,
  madeAt: instantOf(batch.madeAt),
  releasedAt: instantOrNull(batch.releasedAt),
  sentAt: instantOrNull(batch.sentAt),
  orders: batch.orders,
  total: amountOf(batch.total),
  executedOrders: batch.executedOrders,
  executed: amountOf(batch.executed),
  rejectedOrders: batch.rejectedOrders,
  rejected: amountOf(batch.rejected),
});

/** A batch of their administration. */
export const requireBatch = async (db: Queryable, { administration }: Clerk, id: string): Promise<Batch> => {
  const found = await findBatch(db, id);
  if (found?.administration === administration) return found;
  throw new CaseworkError('NOT_FOUND', `Expected a batch ${id.slice(0, 40)}, but there is none`);
};

const payerOf = async (db: Queryable, batch: Batch): Promise<BatchView['payer']> => {
  const payer =
    batch.payerIban === null
      ? await findPayer(db, batch.administration)
      : { iban: batch.payerIban, name: batch.payerName ?? '' };
  return payer === null ? null : { iban: ibanIdentifier.format(payer.iban), name: payer.name };
};

/** One of them as it stands, with what the bank answered. */
export const viewBatch = async (db: Queryable, clerk: Clerk, id: string): Promise<BatchView> => {
  const batch = await requireBatch(db, clerk, id);
  return {
    ...summarize(batch),
    isOwn: await isAccountOf(db, batch.madeBy, clerk.person),
    payer: await payerOf(db, batch),
    fileHash: batch.fileHash,
    answers: (await listAnswers(db, id)).map(({ takenAt, executed, rejected, noted }) => ({
      takenAt: instantOf(takenAt),
      executed,
      rejected,
      noted,
    })),
  };
};

export const getBatch: UseCase<{ readonly batchId: string }, BatchView> = ({ database }, actor, { batchId }) =>
  viewBatch(database, requireAccountant(actor), batchId);

/** The last batches of an administration, the latest first. */
export const listBatches: UseCase<Record<string, never>, BatchSummary[]> = async ({ database }, actor) => {
  const { administration } = requireAccountant(actor);
  return (await listRows(database, administration, MANY)).map(summarize);
};
