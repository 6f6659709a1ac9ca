import { createHash } from 'node:crypto';
import { communicationOf, type TransferBatch, writePain001 } from '@irisflow/bank-files';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import type { Batch } from '../storage/batches.ts';
import { listOfBatch, type Payable } from '../storage/payables.ts';

const requireKept = (value: string | null, { id }: { readonly id: string }): string => {
  if (value !== null) return value;
  throw new CaseworkError('BATCH_FORGOTTEN', `Expected names and accounts of ${id} to be kept, but their time is over`);
};

const transferOf = (payable: Payable): TransferBatch['transfers'][number] => ({
  endToEndId: payable.endToEndId,
  cents: payable.amount,
  creditor: { name: requireKept(payable.payee, payable), iban: requireKept(payable.iban, payable) },
  communication: communicationOf(payable.communication),
});

/**
 * All orders of a batch. Whoever has a conflict of interest with some of their cases does not see these: a part of a batch is
 * no batch, so that somebody else has to act on it.
 */
export const readWhole = async (db: Queryable, { id, orders, total }: Batch): Promise<Payable[]> => {
  const all = await listOfBatch(db, id);
  if (all.length === orders && all.reduce((sum, { amount }) => sum + amount, 0n) === total) return all;
  throw new CaseworkError(
    'BATCH_NOT_WHOLE',
    `Expected all ${orders} orders of ${id} to be seen, but ${all.length} are`,
  );
};

interface Written {
  readonly messageId: string;
  readonly executeOn: string;
  readonly releasedAt: Date | string;
  readonly payer: { readonly iban: string; readonly name: string; readonly enterpriseNumber: string | null };
}

/** What its file says: the same whenever it is asked, because nothing of it changes with the release. */
export const transferBatchOf = (
  { messageId, executeOn, releasedAt, payer }: Written,
  all: readonly Payable[],
): TransferBatch => ({
  messageId,
  createdAt: instantOf(releasedAt),
  executeOn,
  debtor: {
    name: payer.name,
    iban: payer.iban,
    ...(payer.enterpriseNumber === null ? {} : { enterpriseNumber: payer.enterpriseNumber }),
  },
  bookedAsOne: true,
  transfers: all.map(transferOf),
});

/** SHA-256 of the file. Refuses a batch that a bank would refuse. */
export const hashOfFile = (batch: TransferBatch): string => {
  const hash = createHash('sha256');
  try {
    for (const piece of writePain001(batch)) hash.update(piece);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new CaseworkError('INPUT_INVALID', cause.message);
  }
  return hash.digest('hex');
};
