import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { Cents } from '@irisflow/ledger';
import type { MovementKind } from '../views/budget.ts';
import { tables } from './tables.ts';

/** What a movement changes; left out, nothing. */
export interface Deltas {
  readonly engagementCredit?: Cents;
  readonly liquidationCredit?: Cents;
  readonly engaged?: Cents;
  readonly carriedIn?: Cents;
  readonly carriedOut?: Cents;
  readonly liquidated?: Cents;
  readonly paid?: Cents;
}

export interface NewMovement extends Deltas {
  readonly administration: string;
  readonly lineId: string;
  readonly engagementId?: string;
  readonly creditId?: string;
  readonly payableId?: string;
  readonly kind: MovementKind;
  readonly at: number;
  readonly madeBy: string;
  readonly reason?: string | undefined;
}

const textOf = (cents: Cents = 0n): string => String(cents);

const columns = [
  'administration',
  'line_id',
  'engagement_id',
  'credit_id',
  'payable_id',
  'kind',
  'at',
  'made_by',
  'reason',
  'engagement_credit',
  'liquidation_credit',
  'engaged',
  'carried_in',
  'carried_out',
  'liquidated',
  'paid',
] as const;

const sums =
  ', $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[]';

/** The only way to change what a line stands at; the database refuses what no credit covers. By hand: it makes the keys. */
export const insertMovements = async (tx: Queryable, all: readonly NewMovement[]): Promise<void> => {
  if (all.length === 0) return;
  const column = <T>(of: (one: NewMovement) => T): T[] => all.map(of);
  await tx.query(
    `insert into casework.budget_movement (${columns.join(', ')})
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[],
       $9::text[]${sums})`,
    [
      column(({ administration }) => administration),
      column(({ lineId }) => lineId),
      column(({ engagementId }) => engagementId ?? null),
      column(({ creditId }) => creditId ?? null),
      column(({ payableId }) => payableId ?? null),
      column(({ kind }) => kind),
      column(({ at }) => isoOf(at)),
      column(({ madeBy }) => madeBy),
      column(({ reason }) => reason ?? null),
      column(({ engagementCredit }) => textOf(engagementCredit)),
      column(({ liquidationCredit }) => textOf(liquidationCredit)),
      column(({ engaged }) => textOf(engaged)),
      column(({ carriedIn }) => textOf(carriedIn)),
      column(({ carriedOut }) => textOf(carriedOut)),
      column(({ liquidated }) => textOf(liquidated)),
      column(({ paid }) => textOf(paid)),
    ],
  );
};

/** What an order took of an engagement. */
export interface Taken {
  readonly payableId: string;
  readonly administration: string;
  readonly lineId: string;
  readonly engagementId: string;
  readonly amount: Cents;
  readonly isPaid: boolean;
  /** That nothing can be taken of the engagement any more: what comes back to it goes back to the line. */
  readonly isClosed: boolean;
  /** What of it is of the credits of its year. */
  readonly engaged: Cents;
}

/** What orders took, those that took anything. */
export const listTaken = async (db: Queryable, payableIds: readonly string[]): Promise<Taken[]> => {
  const rows = await db.query<Omit<Taken, 'amount' | 'engaged'> & { amount: string; engaged: string }>(
    `select m.payable_id as "payableId", m.administration, m.line_id as "lineId", m.engagement_id as "engagementId",
            m.liquidated as amount, p.id is not null as "isPaid", e.closed_at is not null as "isClosed", b.engaged
       from casework.budget_movement m
       join casework.engagement e on e.id = m.engagement_id
       join casework.engagement_balance b on b.engagement_id = e.id
       left join casework.budget_movement p on p.payable_id = m.payable_id and p.kind = 'pay'
      where m.payable_id = any($1::text[]) and m.kind = 'order'
      order by m.id`,
    [[...payableIds]],
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount), engaged: BigInt(row.engaged) }));
};

/** A movement as the page of its line shows it. */
export interface Movement {
  readonly id: string;
  readonly kind: MovementKind;
  readonly at: Date | string;
  readonly madeBy: string;
  readonly reason: string | null;
  readonly engagementId: string | null;
  readonly engagementCredit: Cents;
  readonly liquidationCredit: Cents;
  readonly engaged: Cents;
  readonly carried: Cents;
  readonly liquidated: Cents;
  readonly paid: Cents;
}

/** Of a line, the latest first; `before` is where the page before ended. */
export const listMovements = async (
  db: Queryable,
  { lineId, before, limit }: { readonly lineId: string; readonly before: string | null; readonly limit: number },
): Promise<Movement[]> => {
  let all = tables(db)
    .selectFrom('budget_movement as m')
    .select([
      'm.id',
      'm.kind',
      'm.at',
      'm.made_by',
      'm.reason',
      'm.engagement_id',
      'm.engagement_credit',
      'm.liquidation_credit',
      'm.engaged',
      'm.carried_in',
      'm.carried_out',
      'm.liquidated',
      'm.paid',
    ])
    .where('m.line_id', '=', lineId)
    .orderBy('m.id', 'desc')
    .limit(limit);
  if (before !== null) all = all.where('m.id', '<', before);
  return (await all.execute()).map((row) => ({
    id: row.id,
    kind: row.kind as MovementKind,
    at: row.at,
    madeBy: row.made_by,
    reason: row.reason,
    engagementId: row.engagement_id,
    engagementCredit: BigInt(row.engagement_credit),
    liquidationCredit: BigInt(row.liquidation_credit),
    engaged: BigInt(row.engaged),
    carried: BigInt(row.carried_in) - BigInt(row.carried_out),
    liquidated: BigInt(row.liquidated),
    paid: BigInt(row.paid),
  }));
};

export const countMovements = async (db: Queryable, lineId: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('budget_movement')
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .where('line_id', '=', lineId)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};
