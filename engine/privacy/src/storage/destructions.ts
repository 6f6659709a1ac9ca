import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { EndStatus } from '@irisflow/procedures';
import type { DestructionState, Obstacle } from '../views/retention.ts';
import type { PrivacyTables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type DestructionRow = Selectable<PrivacyTables['destruction']> & { readonly state: DestructionState };

export interface ItemToDestroy {
  readonly caseId: string;
  readonly procedureKey: string;
  readonly outcome: EndStatus;
  readonly years: number;
  readonly legalRef: LocalizedText;
  readonly closedOn: string;
}

/** Writes what is proposed, with every case of it. */
export const insertDestruction = async (
  db: Queryable,
  destruction: {
    readonly id: string;
    readonly administration: string;
    readonly proposedBy: string;
    readonly at: number;
    readonly items: readonly ItemToDestroy[];
  },
): Promise<void> => {
  const { id, administration, proposedBy, at, items } = destruction;
  await tables(db)
    .insertInto('destruction')
    .values({ id, administration, state: 'proposed', proposed_by: proposedBy, proposed_at: isoOf(at) })
    .execute();
  await db.query(
    `insert into casework.destroyed_case (destruction_id, case_id, administration, procedure_key, outcome, years, legal_ref, closed_on, state)
     select $1, i."caseId", $2, i."procedureKey", i.outcome, i.years, i."legalRef", i."closedOn", 'waiting'
       from jsonb_to_recordset($3::jsonb)
         as i ("caseId" text, "procedureKey" text, outcome text, years integer, "legalRef" jsonb, "closedOn" date)`,
    [id, administration, jsonOf(items)],
  );
};

const MANY = 200;

export const listDestructions = (db: Queryable, administration: string): Promise<DestructionRow[]> =>
  tables(db)
    .selectFrom('destruction')
    .selectAll()
    .where('administration', '=', administration)
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .limit(MANY)
    .$castTo<DestructionRow>()
    .execute();

export const findDestruction = (db: Queryable, id: string): Promise<DestructionRow | undefined> =>
  tables(db).selectFrom('destruction').selectAll().where('id', '=', id).$castTo<DestructionRow>().executeTakeFirst();

export const lockDestruction = (db: Queryable, id: string): Promise<DestructionRow | undefined> =>
  tables(db)
    .selectFrom('destruction')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .$castTo<DestructionRow>()
    .executeTakeFirst();

export const approveDestruction = async (
  db: Queryable,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('destruction')
    .set({ state: 'running', approved_by: by, approved_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};

export const endDestruction = async (
  db: Queryable,
  { id, state, at }: { readonly id: string; readonly state: 'done' | 'canceled'; readonly at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('destruction')
    .set({ state, finished_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};

/** How far each destruction is, by its id: cases by state. */
export const countItems = async (
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const counts = new Map<string, Map<string, number>>();
  if (ids.length === 0) return counts;
  const rows = await tables(db)
    .selectFrom('destroyed_case')
    .select(['destruction_id', 'state'])
    .select(({ fn }) => fn.countAll<string>().as('cases'))
    .where('destruction_id', 'in', [...ids])
    .groupBy(['destruction_id', 'state'])
    .execute();
  for (const { destruction_id: id, state, cases } of rows)
    counts.set(id, (counts.get(id) ?? new Map<string, number>()).set(state, Number(cases)));
  return counts;
};

export type ItemState = 'waiting' | 'going' | 'destroyed' | 'kept';

export type ItemRow = Omit<Selectable<PrivacyTables['destroyed_case']>, 'closed_on'> & {
  readonly outcome: EndStatus;
  readonly state: ItemState;
  readonly kept_because: Obstacle | null;
  readonly legal_ref: LocalizedText;
  readonly closed_on: string;
  readonly counts: Readonly<Record<string, number>> | null;
};

const items = (db: Queryable) =>
  tables(db)
    .selectFrom('destroyed_case')
    .selectAll()
    .select(sql<string>`closed_on::text`.as('closed_on'))
    .$castTo<ItemRow>();

export const listItems = (db: Queryable, destructionId: string): Promise<ItemRow[]> =>
  items(db).where('destruction_id', '=', destructionId).orderBy('case_id').execute();

/** Cases of approved destructions that are still to go, those that were begun first. */
export const listItemsToGo = (db: Queryable, limit: number): Promise<ItemRow[]> =>
  items(db)
    .where('state', 'in', ['waiting', 'going'])
    .where('destruction_id', 'in', tables(db).selectFrom('destruction').select('id').where('state', '=', 'running'))
    .orderBy('state')
    .orderBy('attempts')
    .orderBy('case_id')
    .limit(limit)
    .execute();

export const lockItem = (db: Queryable, { destruction_id, case_id }: ItemRow): Promise<ItemRow | undefined> =>
  items(db).where('destruction_id', '=', destruction_id).where('case_id', '=', case_id).forUpdate().executeTakeFirst();

type ItemChange =
  | { readonly state: 'waiting' | 'going'; readonly attempts: number }
  | { readonly state: 'kept'; readonly kept_because: Obstacle }
  | { readonly state: 'destroyed'; readonly counts: string; readonly destroyed_at: string };

export const setItem = async (
  db: Queryable,
  { destruction_id, case_id }: ItemRow,
  change: ItemChange,
): Promise<void> => {
  await tables(db)
    .updateTable('destroyed_case')
    .set(change)
    .where('destruction_id', '=', destruction_id)
    .where('case_id', '=', case_id)
    .execute();
};

/** Whether what is kept of a case is being deleted at this moment. */
export const isGoing = async (db: Queryable, caseIds: readonly string[]): Promise<boolean> =>
  (await tables(db)
    .selectFrom('destroyed_case')
    .select('case_id')
    .where('case_id', 'in', [...caseIds])
    .where('state', '=', 'going')
    .executeTakeFirst()) !== undefined;

/** Running destructions of which nothing is left to do. */
export const listFinished = async (db: Queryable): Promise<string[]> => {
  const rows = await db.query<{ id: string }>(
    `select d.id from casework.destruction d where d.state = 'running'
       and not exists (select from casework.destroyed_case i where i.destruction_id = d.id and i.state in ('waiting', 'going'))`,
  );
  return rows.map(({ id }) => id);
};
