import type { Queryable } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** What a process hears of what it ordered. */
export interface PayoutNews {
  readonly payableId: string;
  /** `125.00` */
  readonly amount: string;
  readonly day: string;
  /** Why the bank rejected it; null where it was executed. */
  readonly reason: string | null;
}

export interface News {
  readonly id: string;
  readonly payableId: string;
  readonly administration: string;
  readonly caseId: string;
  readonly name: 'payment.executed' | 'payment.rejected';
  readonly payment: PayoutNews;
}

/** What was said already is not said again. By hand: the database makes the keys. */
export const insertPayableNews = async (tx: Queryable, all: readonly Omit<News, 'id'>[], at: number): Promise<void> => {
  if (all.length === 0) return;
  await tx.query(
    `insert into casework.payable_news (payable_id, administration, case_id, name, payment, at)
     select x.payable_id, x.administration, x.case_id, x.name, x.payment::jsonb, $6::timestamptz
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
            as x (payable_id, administration, case_id, name, payment)
     on conflict do nothing`,
    [
      all.map(({ payableId }) => payableId),
      all.map(({ administration }) => administration),
      all.map(({ caseId }) => caseId),
      all.map(({ name }) => name),
      all.map(({ payment }) => jsonOf(payment)),
      isoOf(at),
    ],
  );
};

/** The next ones that nobody was told, in their order; another process takes others. */
export const takePayableNews = (tx: Queryable, limit: number): Promise<News[]> =>
  tables(tx)
    .selectFrom('payable_news')
    .select(['id', 'payable_id as payableId', 'administration', 'case_id as caseId', 'name', 'payment'])
    .where('told_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .$castTo<News>()
    .execute();

export const markPayablesTold = async (tx: Queryable, ids: readonly string[], at: number): Promise<void> => {
  if (ids.length === 0) return;
  await tables(tx)
    .updateTable('payable_news')
    .set({ told_at: isoOf(at) })
    .where('id', 'in', [...ids])
    .execute();
};
