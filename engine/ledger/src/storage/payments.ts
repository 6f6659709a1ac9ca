import { sql, type Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { Cents } from '../amount.ts';
import { tables } from './tables.ts';

export type PaymentChannel = 'counter' | 'bank';

export interface NewPayment {
  readonly id: string;
  readonly administration: string;
  readonly receivableId: string | null;
  readonly channel: PaymentChannel;
  readonly amount: Cents;
  readonly day: string;
  readonly reference: string;
  readonly payer: string;
  readonly recordedAt: number;
  readonly recordedBy: string;
}

export const insertPayment = async (tx: Queryable, one: NewPayment): Promise<void> => {
  await tables(tx)
    .insertInto('payment')
    .values({
      id: one.id,
      administration: one.administration,
      receivable_id: one.receivableId,
      channel: one.channel,
      amount: String(one.amount),
      day: one.day,
      reference: one.reference,
      payer: one.payer,
      recorded_at: isoOf(one.recordedAt),
      recorded_by: one.recordedBy,
    })
    .execute();
};

/** What came in and waits on the account of suspense. */
export interface Unrecognized {
  readonly id: string;
  readonly administration: string;
  readonly channel: PaymentChannel;
  readonly day: string;
  readonly amount: string;
  readonly suspense: string;
  readonly reference: string;
  readonly payer: string;
}

const unrecognized = (db: Queryable) =>
  tables(db)
    .selectFrom('payment_balance as b')
    .innerJoin('payment as p', 'p.id', 'b.payment_id')
    .select(['p.id', 'p.administration', 'p.channel', 'p.amount', 'b.suspense', 'p.reference', 'p.payer'])
    .select(sql<string>`b.day::text`.as('day'))
    .where('b.suspense', '>', '0')
    .$castTo<Unrecognized>();

/** The eldest first. */
export const listUnrecognized = (db: Queryable, administration: string, limit: number): Promise<Unrecognized[]> =>
  unrecognized(db)
    .where('b.administration', '=', administration)
    .orderBy('b.day')
    .orderBy('b.payment_id')
    .limit(limit)
    .execute();

export const findUnrecognized = (db: Queryable, id: string): Promise<Unrecognized | undefined> =>
  unrecognized(db).where('p.id', '=', id).executeTakeFirst();
