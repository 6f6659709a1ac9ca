import { sql, type Queryable } from '@irisflow/database';
import { isoOf, type Position } from '@irisflow/foundation';
import type { Cents } from '../amount.ts';
import type { PaymentChannel, WaitingFilter } from '../views/money.ts';
import { tables } from './tables.ts';

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

/** As many as one statement carries. */
export const insertPayments = async (tx: Queryable, all: readonly NewPayment[]): Promise<void> => {
  if (all.length === 0) return;
  await tables(tx)
    .insertInto('payment')
    .values(
      all.map((one) => ({
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
      })),
    )
    .execute();
};

export const insertPayment = (tx: Queryable, one: NewPayment): Promise<void> => insertPayments(tx, [one]);

/** Money that came in, with what of it waits and what of it is to be given back. */
export interface Payment {
  readonly id: string;
  readonly administration: string;
  readonly channel: PaymentChannel;
  readonly day: string;
  readonly amount: Cents;
  readonly suspense: Cents;
  readonly refund: Cents;
  readonly reference: string;
  readonly payer: string;
}

interface Read extends Omit<Payment, 'amount' | 'suspense' | 'refund'> {
  readonly amount: string;
  readonly suspense: string | null;
  readonly refund: string | null;
}

const paymentOf = ({ amount, suspense, refund, ...row }: Read): Payment => ({
  ...row,
  amount: BigInt(amount),
  suspense: BigInt(suspense ?? 0),
  refund: BigInt(refund ?? 0),
});

/** What has a sum of its own: money that waits or waited, or is to be given back. */
const waiting = (db: Queryable) =>
  tables(db)
    .selectFrom('payment_balance as b')
    .innerJoin('payment as p', 'p.id', 'b.payment_id')
    .select(['p.id', 'p.administration', 'p.channel', 'p.amount', 'b.suspense', 'b.refund', 'p.reference', 'p.payer'])
    .select(sql<string>`b.day::text`.as('day'))
    .$castTo<Read>();

export interface WantedPayments {
  readonly administration: string;
  readonly filter: WaitingFilter;
  /** Folded; null for any. */
  readonly words: string | null;
}

const wantedOnes = (db: Queryable, { administration, filter, words }: WantedPayments) => {
  const all = waiting(db)
    .where('b.administration', '=', administration)
    .where(filter === 'waits' ? 'b.suspense' : 'b.refund', '>', '0');
  if (words === null) return all;
  return all.where(
    sql<boolean>`casework.has_words(casework.folded(p.payer || ' ' || p.reference), casework.words_of(${words}))`,
  );
};

/** The eldest first; `after` is where the page before ended. */
export const listWaiting = async (
  db: Queryable,
  wanted: WantedPayments & { readonly limit: number; readonly after: Position | null },
): Promise<Payment[]> => {
  const { after, limit } = wanted;
  const ordered = wantedOnes(db, wanted).orderBy('b.day').orderBy('b.payment_id').limit(limit);
  const page =
    after === null ? ordered : ordered.where(sql<boolean>`(b.day, b.payment_id) > (${after.sort}::date, ${after.id})`);
  return (await page.execute()).map(paymentOf);
};

export const countWaiting = async (db: Queryable, wanted: WantedPayments): Promise<number> => {
  const row = await wantedOnes(db, wanted)
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

export const findPayment = async (db: Queryable, id: string): Promise<Payment | undefined> => {
  const row = await tables(db)
    .selectFrom('payment as p')
    .leftJoin('payment_balance as b', 'b.payment_id', 'p.id')
    .select(['p.id', 'p.administration', 'p.channel', 'p.amount', 'b.suspense', 'b.refund', 'p.reference', 'p.payer'])
    .select(sql<string>`p.day::text`.as('day'))
    .where('p.id', '=', id)
    .$castTo<Read>()
    .executeTakeFirst();
  return row === undefined ? undefined : paymentOf(row);
};
