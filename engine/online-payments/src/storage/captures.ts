import type { Queryable } from '@irisflow/database';
import type { Cents } from '@irisflow/ledger';
import { tables } from './tables.ts';

export interface BookedCapture {
  readonly onlinePaymentId: string;
  /** The provider's key of it. */
  readonly capture: string;
  /** Ours of the money that came in. */
  readonly paymentId: string;
}

/** Under which keys of the provider money of a payment is booked already. */
export const listCaptures = async (db: Queryable, onlinePaymentId: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('online_capture')
    .select('capture')
    .where('online_payment_id', '=', onlinePaymentId)
    .execute();
  return rows.map(({ capture }) => capture);
};

export const insertCapture = async (tx: Queryable, one: BookedCapture): Promise<void> => {
  await tables(tx)
    .insertInto('online_capture')
    .values({ online_payment_id: one.onlinePaymentId, capture: one.capture, payment_id: one.paymentId })
    .execute();
};

/** What came in by a payment, as the lines of the books say. */
export const receivedBy = async (db: Queryable, onlinePaymentId: string): Promise<Cents> => {
  const row = await tables(db)
    .selectFrom('online_capture as c')
    .innerJoin('ledger_line as l', 'l.payment_id', 'c.payment_id')
    .select(({ fn }) => fn.sum<string | null>('l.amount').as('sum'))
    .where('c.online_payment_id', '=', onlinePaymentId)
    .where('l.account', '=', 'provider')
    .executeTakeFirst();
  return BigInt(row?.sum ?? 0);
};
