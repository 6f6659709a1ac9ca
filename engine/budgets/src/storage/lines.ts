import type { Queryable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { Cents } from '@irisflow/ledger';
import { tables } from './tables.ts';

/** A line with the sums that the database keeps of it. */
export interface Line {
  readonly id: string;
  readonly administration: string;
  readonly code: string;
  readonly year: number;
  readonly label: LocalizedText;
  readonly engagementCredit: Cents;
  readonly liquidationCredit: Cents;
  /** Set aside on the credits of its year. */
  readonly engaged: Cents;
  /** What engagements of the year before brought with them, and what went on to the next year. */
  readonly carriedIn: Cents;
  readonly carriedOut: Cents;
  readonly liquidated: Cents;
  readonly paid: Cents;
}

type Sums = Exclude<keyof Line, 'id' | 'administration' | 'code' | 'year' | 'label'>;
type Read = Omit<Line, Sums> & Readonly<Record<Sums, string>>;

const lineOf = (row: Read): Line => ({
  ...row,
  engagementCredit: BigInt(row.engagementCredit),
  liquidationCredit: BigInt(row.liquidationCredit),
  engaged: BigInt(row.engaged),
  carriedIn: BigInt(row.carriedIn),
  carriedOut: BigInt(row.carriedOut),
  liquidated: BigInt(row.liquidated),
  paid: BigInt(row.paid),
});

const lines = (db: Queryable) =>
  tables(db)
    .selectFrom('budget_line as l')
    .innerJoin('budget_line_balance as b', 'b.line_id', 'l.id')
    .select([
      'l.id',
      'l.administration',
      'l.code',
      'l.year',
      'l.label',
      'b.engagement_credit as engagementCredit',
      'b.liquidation_credit as liquidationCredit',
      'b.engaged',
      'b.carried_in as carriedIn',
      'b.carried_out as carriedOut',
      'b.liquidated',
      'b.paid',
    ])
    .$castTo<Read>();

export interface LineKey {
  readonly administration: string;
  readonly code: string;
  readonly year: number;
}

export interface NewLine extends LineKey {
  readonly id: string;
  readonly label: LocalizedText;
  readonly madeAt: number;
  readonly madeBy: string;
}

/** Answers false where the year has a line of this code already. */
export const insertLine = async (tx: Queryable, one: NewLine): Promise<boolean> => {
  const row = await tables(tx)
    .insertInto('budget_line')
    .values({
      id: one.id,
      administration: one.administration,
      code: one.code,
      year: one.year,
      label: jsonOf(one.label),
      made_at: isoOf(one.madeAt),
      made_by: one.madeBy,
    })
    .onConflict((on) => on.columns(['administration', 'year', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export const findLine = async (db: Queryable, id: string): Promise<Line | undefined> => {
  const row = await lines(db).where('l.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : lineOf(row);
};

export const findLineOf = async (db: Queryable, { administration, code, year }: LineKey): Promise<Line | undefined> => {
  const row = await lines(db)
    .where('l.administration', '=', administration)
    .where('l.year', '=', year)
    .where('l.code', '=', code)
    .executeTakeFirst();
  return row === undefined ? undefined : lineOf(row);
};

/** Of a year, by code. */
export const listLines = async (db: Queryable, { administration, year }: Omit<LineKey, 'code'>): Promise<Line[]> =>
  (
    await lines(db)
      .where('l.administration', '=', administration)
      .where('l.year', '=', year)
      .orderBy('l.code')
      .execute()
  ).map(lineOf);

/** The years that have lines, the latest first. */
export const listYears = async (db: Queryable, administration: string): Promise<number[]> =>
  (
    await tables(db)
      .selectFrom('budget_line')
      .select('year')
      .distinct()
      .where('administration', '=', administration)
      .orderBy('year', 'desc')
      .execute()
  ).map(({ year }) => year);

/** Whether any year has a line of this code. */
export const knowsCode = async (db: Queryable, { administration, code }: Omit<LineKey, 'year'>): Promise<boolean> =>
  (await tables(db)
    .selectFrom('budget_line')
    .select('id')
    .where('administration', '=', administration)
    .where('code', '=', code)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Whoever acts on these lines waits here for whoever does so already. */
export const lockLines = async (tx: Queryable, ids: readonly string[]): Promise<void> => {
  await tx.query('select casework.lock_budget_lines($1::text[])', [[...ids]]);
};

/** As it stands behind its lock. */
export const lockLine = async (tx: Queryable, id: string): Promise<Line> => {
  await lockLines(tx, [id]);
  const line = await findLine(tx, id);
  if (line === undefined) throw new Error(`Expected budget line ${id} to stay, but it is gone`);
  return line;
};
