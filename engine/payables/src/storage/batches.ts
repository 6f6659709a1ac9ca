import { sql, type Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { Cents } from '@irisflow/ledger';
import { tables } from './tables.ts';

/** A batch with the sums that the database keeps of it. */
export interface Batch {
  readonly id: string;
  readonly administration: string;
  readonly messageId: string;
  readonly executeOn: string;
  readonly madeAt: Date | string;
  readonly madeBy: string;
  readonly givenUpAt: Date | string | null;
  readonly releasedAt: Date | string | null;
  readonly payerIban: string | null;
  readonly payerName: string | null;
  readonly payerNumber: string | null;
  readonly fileHash: string | null;
  readonly sentAt: Date | string | null;
  readonly orders: number;
  readonly total: Cents;
  readonly executedOrders: number;
  readonly executed: Cents;
  readonly rejectedOrders: number;
  readonly rejected: Cents;
}

type Sums = 'orders' | 'total' | 'executedOrders' | 'executed' | 'rejectedOrders' | 'rejected';
type Read = Omit<Batch, Sums> & Readonly<Record<Sums, string | null>>;

const batchOf = (row: Read): Batch => ({
  ...row,
  orders: Number(row.orders ?? 0),
  total: BigInt(row.total ?? 0),
  executedOrders: Number(row.executedOrders ?? 0),
  executed: BigInt(row.executed ?? 0),
  rejectedOrders: Number(row.rejectedOrders ?? 0),
  rejected: BigInt(row.rejected ?? 0),
});

const batches = (db: Queryable) =>
  tables(db)
    .selectFrom('payment_batch as b')
    .leftJoin('payment_batch_balance as s', 's.batch_id', 'b.id')
    .select([
      'b.id',
      'b.administration',
      'b.message_id as messageId',
      'b.made_at as madeAt',
      'b.made_by as madeBy',
      'b.given_up_at as givenUpAt',
      'b.released_at as releasedAt',
      'b.payer_iban as payerIban',
      'b.payer_name as payerName',
      'b.payer_number as payerNumber',
      'b.file_hash as fileHash',
      'b.sent_at as sentAt',
      's.orders',
      's.total',
      's.executed_orders as executedOrders',
      's.executed',
      's.rejected_orders as rejectedOrders',
      's.rejected',
    ])
    .select(sql<string>`b.execute_on::text`.as('executeOn'))
    .$castTo<Read>();

export interface NewBatch {
  readonly id: string;
  readonly administration: string;
  readonly messageId: string;
  readonly executeOn: string;
  readonly madeAt: number;
  readonly madeBy: string;
}

export const insertBatch = async (tx: Queryable, one: NewBatch): Promise<void> => {
  await tables(tx)
    .insertInto('payment_batch')
    .values({
      id: one.id,
      administration: one.administration,
      message_id: one.messageId,
      execute_on: one.executeOn,
      made_at: isoOf(one.madeAt),
      made_by: one.madeBy,
    })
    .execute();
};

export const findBatch = async (db: Queryable, id: string): Promise<Batch | undefined> => {
  const row = await batches(db).where('b.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : batchOf(row);
};

/** Under MsgId, within an administration. */
export const findByMessageId = async (
  db: Queryable,
  { administration, messageId }: { readonly administration: string; readonly messageId: string },
): Promise<Batch | undefined> => {
  const row = await batches(db)
    .where('b.message_id', '=', messageId)
    .where('b.administration', '=', administration)
    .executeTakeFirst();
  return row === undefined ? undefined : batchOf(row);
};

/** The latest first. */
export const listBatches = async (db: Queryable, administration: string, limit: number): Promise<Batch[]> =>
  (
    await batches(db)
      .where('b.administration', '=', administration)
      .orderBy('b.made_at', 'desc')
      .orderBy('b.id')
      .limit(limit)
      .execute()
  ).map(batchOf);

export interface Released {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly executeOn: string;
  readonly payer: { readonly iban: string; readonly name: string; readonly enterpriseNumber: string | null };
  readonly fileHash: string;
}

export const releaseRow = async (
  tx: Queryable,
  { id, at, by, executeOn, payer, fileHash }: Released,
): Promise<void> => {
  await tables(tx)
    .updateTable('payment_batch')
    .set({
      released_at: isoOf(at),
      released_by: by,
      execute_on: executeOn,
      payer_iban: payer.iban,
      payer_name: payer.name,
      payer_number: payer.enterpriseNumber,
      file_hash: fileHash,
    })
    .where('id', '=', id)
    .execute();
};

export const giveUpRow = async (tx: Queryable, id: string, at: number): Promise<void> => {
  await tables(tx)
    .updateTable('payment_batch')
    .set({ given_up_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};

export const markSentRow = async (
  tx: Queryable,
  { id, at, by }: { readonly id: string; readonly at: number; readonly by: string },
): Promise<void> => {
  await tables(tx)
    .updateTable('payment_batch')
    .set({ sent_at: isoOf(at), sent_by: by })
    .where('id', '=', id)
    .execute();
};
