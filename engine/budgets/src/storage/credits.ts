import { sql, type Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { Cents } from '@irisflow/ledger';
import { tables } from './tables.ts';

/** That somebody wants to change what a line holds. */
export interface CreditRow {
  readonly id: string;
  readonly administration: string;
  readonly lineId: string;
  readonly engagement: Cents;
  readonly liquidation: Cents;
  readonly givenOn: string;
  readonly reason: string;
  readonly askedAt: Date | string;
  readonly askedBy: string;
  readonly state: 'asked' | 'approved' | 'refused';
}

type Read = Omit<CreditRow, 'engagement' | 'liquidation'> & {
  readonly engagement: string;
  readonly liquidation: string;
};

const creditOf = (row: Read): CreditRow => ({
  ...row,
  engagement: BigInt(row.engagement),
  liquidation: BigInt(row.liquidation),
});

const credits = (db: Queryable) =>
  tables(db)
    .selectFrom('budget_credit as c')
    .select([
      'c.id',
      'c.administration',
      'c.line_id as lineId',
      'c.engagement',
      'c.liquidation',
      'c.reason',
      'c.asked_at as askedAt',
      'c.asked_by as askedBy',
      'c.state',
    ])
    .select(sql<string>`c.given_on::text`.as('givenOn'))
    .$castTo<Read>();

export const insertCredit = async (
  tx: Queryable,
  one: Omit<CreditRow, 'askedAt' | 'state'> & { readonly askedAt: number },
): Promise<void> => {
  await tables(tx)
    .insertInto('budget_credit')
    .values({
      id: one.id,
      administration: one.administration,
      line_id: one.lineId,
      engagement: String(one.engagement),
      liquidation: String(one.liquidation),
      given_on: one.givenOn,
      reason: one.reason,
      asked_at: isoOf(one.askedAt),
      asked_by: one.askedBy,
      state: 'asked',
    })
    .execute();
};

export const findCredit = async (db: Queryable, id: string): Promise<CreditRow | undefined> => {
  const row = await credits(db).where('c.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : creditOf(row);
};

/** Of a line, the latest first. */
export const listCreditsOf = async (db: Queryable, lineId: string): Promise<CreditRow[]> =>
  (await credits(db).where('c.line_id', '=', lineId).orderBy('c.asked_at', 'desc').orderBy('c.id').execute()).map(
    creditOf,
  );

/** Lines of which a change waits for somebody else. */
export const listWaitingLines = async (db: Queryable, administration: string): Promise<Set<string>> => {
  const rows = await tables(db)
    .selectFrom('budget_credit')
    .select('line_id')
    .distinct()
    .where('administration', '=', administration)
    .where('state', '=', 'asked')
    .execute();
  return new Set(rows.map(({ line_id: id }) => id));
};

/** Answers false where somebody has decided it already. */
export const decideCredit = async (
  tx: Queryable,
  one: { readonly id: string; readonly state: 'approved' | 'refused'; readonly at: number; readonly by: string },
): Promise<boolean> => {
  const row = await tables(tx)
    .updateTable('budget_credit')
    .set({ state: one.state, decided_at: isoOf(one.at), decided_by: one.by })
    .where('id', '=', one.id)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};
