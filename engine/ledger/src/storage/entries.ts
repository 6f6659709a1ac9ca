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
  readonly payable_id: string | null;
  readonly batch_id: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
}

export type NewEntry = Omit<EntryRow, 'number' | 'at'> & {
  readonly at: number;
  readonly lines: readonly Line[];
};

/** Whoever acts on the books of an administration waits here for whoever does so already. */
export const lockLedger = async (tx: Queryable, administration: string): Promise<void> => {
  await tx.query('select casework.lock_ledger($1)', [administration]);
};

/** As many as one statement carries without coming near the limit of its values. */
const AT_ONCE = 500;

const linesOf = ({ id, receivable_id, payment_id, lines }: NewEntry) =>
  lines.map(({ account, amount }, place) => ({
    entry_id: id,
    place,
    account,
    amount: String(amount),
    receivable_id,
    payment_id,
  }));

/** The only way into the books; the database numbers the entries, adds their lines up, and refuses what does not balance. */
export const insertEntries = async (tx: Queryable, entries: readonly NewEntry[]): Promise<void> => {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE);
    await tables(tx)
      .insertInto('ledger_entry')
      // The number is the database's.
      .values(some.map(({ lines: _lines, at, ...entry }) => ({ ...entry, number: 0, at: isoOf(at) })))
      .execute();
    await tables(tx).insertInto('ledger_line').values(some.flatMap(linesOf)).execute();
  }
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
      'e.payable_id',
      'e.batch_id',
      'e.reverses',
      'e.reason',
    ])
    .select(sql<string>`e.day::text`.as('day'))
    .$castTo<EntryRow>();

export const findEntry = (db: Queryable, id: string): Promise<EntryRow | undefined> =>
  entries(db).where('e.id', '=', id).executeTakeFirst();

/** What orders stand on: the entry of each, which nothing has reversed yet. */
export const listEntriesOfPayables = async (db: Queryable, payableIds: readonly string[]): Promise<EntryRow[]> =>
  entries(db)
    .where(sql<boolean>`e.payable_id = any(${[...payableIds]}::text[])`)
    .where('e.kind', 'in', ['order', 'refund'])
    .where(sql<boolean>`not exists (select from casework.ledger_entry r where r.reverses = e.id)`)
    .orderBy('e.number')
    .execute();

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
    .where(sql<boolean>`entry_id = any(${[...entryIds]}::text[])`)
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
