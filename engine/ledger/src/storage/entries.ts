import { sql, type Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { Cents } from '../amount.ts';
import type { Account, EntryKind } from '../views/money.ts';
import { tables } from './tables.ts';

export interface Line {
  readonly account: Account;
  /** Above zero on the left side of the account, below zero on its right one. */
  readonly amount: Cents;
}

export interface EntryRow {
  readonly id: string;
  readonly administration: string;
  readonly number: string;
  readonly kind: EntryKind;
  readonly day: string;
  readonly at: Date | string;
  readonly made_by: string;
  readonly receivable_id: string | null;
  readonly payment_id: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
}

export type NewEntry = Omit<EntryRow, 'number' | 'at' | 'reverses' | 'reason'> & {
  readonly at: number;
  readonly reverses?: string;
  readonly reason?: string;
  readonly lines: readonly Line[];
};

/** Whoever acts on the books of an administration waits here for whoever does so already. */
export const lockLedger = async (tx: Queryable, administration: string): Promise<void> => {
  await tx.query('select casework.lock_ledger($1)', [administration]);
};

/** The only way into the books; the database numbers the entry, adds its lines up, and refuses what does not balance. */
export const insertEntry = async (tx: Queryable, { lines, at, ...entry }: NewEntry): Promise<void> => {
  // The number is the database's.
  await tables(tx)
    .insertInto('ledger_entry')
    .values({ ...entry, number: 0, at: isoOf(at) })
    .execute();
  const { id, receivable_id, payment_id } = entry;
  await tables(tx)
    .insertInto('ledger_line')
    .values(
      lines.map(({ account, amount }, place) => ({
        entry_id: id,
        place,
        account,
        amount: String(amount),
        receivable_id,
        payment_id,
      })),
    )
    .execute();
};

const entries = (db: Queryable) =>
  tables(db)
    .selectFrom('ledger_entry as e')
    .select([
      'e.id',
      'e.administration',
      'e.number',
      'e.kind',
      'e.at',
      'e.made_by',
      'e.receivable_id',
      'e.payment_id',
      'e.reverses',
      'e.reason',
    ])
    .select(sql<string>`e.day::text`.as('day'))
    .$castTo<EntryRow>();

export const findEntry = (db: Queryable, id: string): Promise<EntryRow | undefined> =>
  entries(db).where('e.id', '=', id).executeTakeFirst();

/** In the order in which they were made. */
export const listEntriesOf = (db: Queryable, receivableId: string): Promise<EntryRow[]> =>
  entries(db).where('e.receivable_id', '=', receivableId).orderBy('e.number').execute();

/** The same of a payment. */
export const listEntriesOfPayment = (db: Queryable, paymentId: string): Promise<EntryRow[]> =>
  entries(db).where('e.payment_id', '=', paymentId).orderBy('e.number').execute();

export interface LineRow extends Line {
  readonly entryId: string;
}

/** Lines of entries, in their order within each. */
export const listLinesOf = async (db: Queryable, entryIds: readonly string[]): Promise<LineRow[]> => {
  if (entryIds.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('ledger_line')
    .select(['entry_id', 'account', 'amount'])
    .where('entry_id', 'in', [...entryIds])
    .orderBy('entry_id')
    .orderBy('place')
    .execute();
  return rows.map((row) => ({ entryId: row.entry_id, account: row.account as Account, amount: BigInt(row.amount) }));
};

/** What each account of an administration stands at. */
export const listBalances = async (
  db: Queryable,
  administration: string,
): Promise<{ account: Account; balance: Cents }[]> => {
  const rows = await tables(db)
    .selectFrom('ledger_balance')
    .select(['account', 'balance'])
    .where('administration', '=', administration)
    .orderBy('account')
    .execute();
  return rows.map(({ account, balance }) => ({ account: account as Account, balance: BigInt(balance) }));
};
