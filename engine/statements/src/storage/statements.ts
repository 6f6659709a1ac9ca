import type { Queryable, Row } from '@irisflow/database';
import { isoOf, type Position } from '@irisflow/foundation';
import type { StatementForm } from '../views/statement.ts';
import { tables } from './tables.ts';

/** What a file says of one statement, once all of it was read and believed. */
export interface StatementFacts {
  readonly account: string;
  readonly number: string | null;
  /** `2026-11-28`. */
  readonly closedOn: string;
  readonly opening: bigint | null;
  readonly closing: bigint;
  readonly came: bigint;
  readonly went: bigint;
  readonly movements: number;
}

export interface NewStatement extends StatementFacts {
  readonly id: string;
  readonly administration: string;
  readonly form: StatementForm;
  readonly fileName: string;
  readonly sha256: string;
  /** Which one of its file, from 1. */
  readonly place: number;
  readonly at: number;
  readonly personId: string;
}

/** Numbers of nine digits at most are followed for gaps. */
export const sequenceOf = (number: string | null): number => (/^\d{1,9}$/.test(number ?? '') ? Number(number) : 0);
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Answers false where the same statement is there already. */
export const insertStatement = async (tx: Queryable, one: NewStatement): Promise<boolean> => {
  const row = await tables(tx)
    .insertInto('bank_statement')
    .values({
      id: one.id,
      administration: one.administration,
      account: one.account,
      form: one.form,
      number: one.number,
      sequence: sequenceOf(one.number),
      closed_on: one.closedOn,
      year: yearOf(one.closedOn),
      opening: one.opening === null ? null : String(one.opening),
      closing: String(one.closing),
      came: String(one.came),
      went: String(one.went),
      movements: one.movements,
      file_name: one.fileName,
      file_sha256: one.sha256,
      place: one.place,
      imported_at: isoOf(one.at),
      imported_by: one.personId,
      state: one.movements === 0 ? 'booked' : 'booking',
      booked: 0,
      next_at: isoOf(one.at),
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

interface Known {
  readonly importedAt: Date | string;
  readonly number: string | null;
  readonly account: string;
}

const known = (db: Queryable, administration: string) =>
  tables(db)
    .selectFrom('bank_statement')
    .select(['imported_at as importedAt', 'number', 'account'])
    .where('administration', '=', administration);

/** A statement that came with the same bytes. */
export const findBySha256 = (db: Queryable, administration: string, sha256: string): Promise<Known | undefined> =>
  known(db, administration).where('file_sha256', '=', sha256).orderBy('place').executeTakeFirst();

/** The statement of an account under its number, which the bank gives once a year. */
export const findByNumber = (
  db: Queryable,
  administration: string,
  { account, number, closedOn }: Pick<StatementFacts, 'account' | 'number' | 'closedOn'>,
): Promise<Known | undefined> =>
  known(db, administration)
    .where('account', '=', account)
    .where('year', '=', yearOf(closedOn))
    .where('number', '=', number)
    .executeTakeFirst();

/** A statement without a number that says the same: of one day, with the same sums and as many movements. One of a day on which nothing moved is no other. */
export const findSame = (
  db: Queryable,
  administration: string,
  { account, closedOn, opening, closing, came, went, movements }: StatementFacts,
): Promise<Known | undefined> =>
  known(db, administration)
    .where('account', '=', account)
    .where('closed_on', '=', closedOn)
    .where('number', 'is', null)
    .where('opening', 'is not distinct from', opening === null ? null : String(opening))
    .where('closing', '=', String(closing))
    .where('came', '=', String(came))
    .where('went', '=', String(went))
    .where('movements', '=', movements)
    .where('movements', '>', 0)
    .executeTakeFirst();

/** Whether statements of an account were brought in before. */
export const knowsAccount = async (db: Queryable, administration: string, account: string): Promise<boolean> =>
  (await known(db, administration).where('account', '=', account).limit(1).executeTakeFirst()) !== undefined;

/** A statement with what is to be known of the one before it on its account. */
export interface StatementRow extends Row {
  readonly id: string;
  readonly administration: string;
  readonly account: string;
  readonly form: StatementForm;
  readonly number: string | null;
  readonly sequence: string;
  readonly closed_on: string;
  readonly year: number;
  readonly opening: string | null;
  readonly closing: string;
  readonly came: string;
  readonly went: string;
  readonly movements: number;
  readonly booked: number;
  readonly state: 'booking' | 'booked';
  readonly file_name: string;
  readonly imported_at: Date | string;
  readonly imported_by: string;
  readonly before_form: StatementForm | null;
  readonly before_sequence: string | null;
  readonly before_year: number | null;
  readonly before_closing: string | null;
}

const withOneBefore = `
  select s.id, s.administration, s.account, s.form, s.number, s.sequence, s.closed_on::text as closed_on, s.year, s.opening, s.closing, s.came, s.went,
         s.movements, s.booked, s.state, s.file_name, s.imported_at, s.imported_by,
         p.form as before_form, p.sequence as before_sequence, p.year as before_year, p.closing as before_closing
    from casework.bank_statement s
    left join lateral (
      select p.form, p.sequence, p.year, p.closing from casework.bank_statement p
       where p.administration = s.administration and p.account = s.account
         and (p.closed_on, p.sequence, p.id) < (s.closed_on, s.sequence, s.id)
       order by p.closed_on desc, p.sequence desc, p.id desc limit 1) p on true`;

export const findStatement = async (db: Queryable, id: string): Promise<StatementRow | undefined> =>
  (await db.query<StatementRow>(`${withOneBefore} where s.id = $1`, [id]))[0];

/** The latest first; `before` is where the page before ended. */
export const listStatementRows = (
  db: Queryable,
  { administration, before, limit }: { administration: string; before: Position | null; limit: number },
): Promise<StatementRow[]> =>
  db.query<StatementRow>(
    `${withOneBefore}
      where s.administration = $1 ${before === null ? '' : 'and (s.closed_on, s.id) < ($3::date, $4)'}
      order by s.closed_on desc, s.id desc limit $2`,
    before === null ? [administration, limit] : [administration, limit, before.sort, before.id],
  );

export const countStatements = async (db: Queryable, administration: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('bank_statement')
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .where('administration', '=', administration)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** The next one that is to be gone on with. */
export const nextToBook = async (db: Queryable, at: number): Promise<string | undefined> => {
  const row = await tables(db)
    .selectFrom('bank_statement')
    .select('id')
    .where('state', '=', 'booking')
    .where('next_at', '<=', isoOf(at))
    .orderBy('next_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
};

export interface TakenStatement {
  readonly id: string;
  readonly administration: string;
  readonly movements: number;
  readonly booked: number;
}

/** Takes one for the length of a transaction: a process that dies leaves it at once, and no two book it together. */
export const takeStatement = (tx: Queryable, id: string): Promise<TakenStatement | undefined> =>
  tables(tx)
    .selectFrom('bank_statement')
    .select(['id', 'administration', 'movements', 'booked'])
    .where('id', '=', id)
    .where('state', '=', 'booking')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export const noteProgress = async (
  tx: Queryable,
  { id, booked, isDone }: { readonly id: string; readonly booked: number; readonly isDone: boolean },
): Promise<void> => {
  await tables(tx)
    .updateTable('bank_statement')
    .set({ booked, state: isDone ? 'booked' : 'booking' })
    .where('id', '=', id)
    .execute();
};

export const postpone = async (db: Queryable, { id, until }: { readonly id: string; readonly until: number }) => {
  await tables(db)
    .updateTable('bank_statement')
    .set({ next_at: isoOf(until) })
    .where('id', '=', id)
    .execute();
};
