import { sql, type Queryable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { Cents } from '@irisflow/ledger';
import { tables } from './tables.ts';

/** What is set aside for a case on the line of one year, with the sums that the database keeps of it. */
export interface Engagement {
  readonly id: string;
  readonly administration: string;
  readonly lineId: string;
  /** The one of the first year, by which the process names it. */
  readonly rootId: string;
  readonly caseId: string | null;
  readonly procedureKey: string;
  readonly label: LocalizedText;
  readonly openedAt: Date | string;
  readonly closedAt: Date | string | null;
  readonly engaged: Cents;
  readonly carriedIn: Cents;
  readonly carriedOut: Cents;
  readonly liquidated: Cents;
  readonly paid: Cents;
}

type Sums = 'engaged' | 'carriedIn' | 'carriedOut' | 'liquidated' | 'paid';
type Read = Omit<Engagement, Sums> & Readonly<Record<Sums, string>>;

const engagementOf = (row: Read): Engagement => ({
  ...row,
  engaged: BigInt(row.engaged),
  carriedIn: BigInt(row.carriedIn),
  carriedOut: BigInt(row.carriedOut),
  liquidated: BigInt(row.liquidated),
  paid: BigInt(row.paid),
});

const engagements = (db: Queryable) =>
  tables(db)
    .selectFrom('engagement as e')
    .innerJoin('engagement_balance as b', 'b.engagement_id', 'e.id')
    .select([
      'e.id',
      'e.administration',
      'e.line_id as lineId',
      'e.root_id as rootId',
      'e.case_id as caseId',
      'e.procedure_key as procedureKey',
      'e.label',
      'e.opened_at as openedAt',
      'e.closed_at as closedAt',
      'b.engaged',
      'b.carried_in as carriedIn',
      'b.carried_out as carriedOut',
      'b.liquidated',
      'b.paid',
    ])
    .$castTo<Read>();

/** What orders may still take of it. */
export const restOf = ({ engaged, carriedIn, carriedOut, liquidated }: Engagement): Cents =>
  engaged + carriedIn - carriedOut - liquidated;

export type NewEngagement = Pick<
  Engagement,
  'id' | 'administration' | 'lineId' | 'rootId' | 'caseId' | 'procedureKey' | 'label'
> & { readonly openedAt: number; readonly openedBy: string };

/** As many as one statement carries without coming near the limit of its values. */
const AT_ONCE = 500;

export const insertEngagements = async (tx: Queryable, all: readonly NewEngagement[]): Promise<void> => {
  for (let from = 0; from < all.length; from += AT_ONCE)
    await tables(tx)
      .insertInto('engagement')
      .values(
        all.slice(from, from + AT_ONCE).map((one) => ({
          id: one.id,
          administration: one.administration,
          line_id: one.lineId,
          root_id: one.rootId,
          case_id: one.caseId,
          procedure_key: one.procedureKey,
          label: jsonOf(one.label),
          opened_at: isoOf(one.openedAt),
          opened_by: one.openedBy,
        })),
      )
      .execute();
};

export const findEngagement = async (db: Queryable, id: string): Promise<Engagement | undefined> => {
  const row = await engagements(db).where('e.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : engagementOf(row);
};

/** Every year of one, the first one first. */
export const listYearsOf = async (db: Queryable, rootId: string): Promise<Engagement[]> =>
  (
    await engagements(db)
      .innerJoin('budget_line as l', 'l.id', 'e.line_id')
      .where('e.root_id', '=', rootId)
      .orderBy('l.year')
      .execute()
  ).map(engagementOf);

export interface Page {
  readonly lineId: string;
  readonly after: { readonly sort: string; readonly id: string } | null;
  readonly limit: number;
}

/** Of a line, the eldest first. */
export const listOfLine = async (db: Queryable, { lineId, after, limit }: Page): Promise<Engagement[]> => {
  const ordered = engagements(db).where('e.line_id', '=', lineId).orderBy('e.opened_at').orderBy('e.id').limit(limit);
  const page =
    after === null
      ? ordered
      : ordered.where(sql<boolean>`(e.opened_at, e.id) > (${after.sort}::timestamptz, ${after.id})`);
  return (await page.execute()).map(engagementOf);
};

/** Those of a line that goes on with what another year began, whatever became of them. */
export const listAllOfLine = async (db: Queryable, lineId: string): Promise<Engagement[]> =>
  (await engagements(db).where('e.line_id', '=', lineId).execute()).map(engagementOf);

export const countOfLine = async (db: Queryable, lineId: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('engagement')
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .where('line_id', '=', lineId)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** Of a year, those of which orders may still take something. */
export const listLeft = async (
  db: Queryable,
  { administration, year }: { readonly administration: string; readonly year: number },
): Promise<Engagement[]> =>
  (
    await engagements(db)
      .innerJoin('budget_line as l', 'l.id', 'e.line_id')
      .where('e.administration', '=', administration)
      .where('l.year', '=', year)
      .where(sql<boolean>`b.engaged + b.carried_in > b.carried_out + b.liquidated`)
      .orderBy('l.code')
      .orderBy('e.id')
      .execute()
  ).map(engagementOf);

export const closeRow = async (tx: Queryable, id: string, at: number): Promise<void> => {
  await tables(tx)
    .updateTable('engagement')
    .set({ closed_at: isoOf(at) })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
};
