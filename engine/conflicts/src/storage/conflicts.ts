import { sql, type Queryable } from '@irisflow/database';
import type { Position } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface ConflictRow {
  readonly id: string;
  readonly administration: string;
  readonly person_id: string;
  readonly case_id: string | null;
  readonly party_id: string | null;
  readonly about: string;
  readonly reason: string;
  readonly declared_by: string;
  readonly declared_at: Date | string;
}

const columns = [
  'id',
  'administration',
  'person_id',
  'case_id',
  'party_id',
  'about',
  'reason',
  'declared_by',
  'declared_at',
] as const satisfies readonly (keyof ConflictRow)[];

/** Those that nobody lifted, of whomever who reads may see them. */
const standing = (db: Queryable, administration: string) =>
  tables(db)
    .selectFrom('conflict_of_interest')
    .where('administration', '=', administration)
    .where('lifted_at', 'is', null);

interface StandingPage {
  readonly administration: string;
  /** The last one of the page before. */
  readonly after: Position | null;
  readonly limit: number;
}

export const listStanding = (db: Queryable, { administration, after, limit }: StandingPage): Promise<ConflictRow[]> => {
  const all = standing(db, administration).select(columns);
  const rest =
    after === null ? all : all.where(sql<boolean>`(declared_at, id) < (${after.sort}::timestamptz, ${after.id}::text)`);
  return rest.orderBy('declared_at', 'desc').orderBy('id', 'desc').limit(limit).$castTo<ConflictRow>().execute();
};

export const countStanding = async (db: Queryable, administration: string): Promise<number> => {
  const row = await standing(db, administration)
    .select((one) => one.fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** The same conflict, should it stand already. */
export const findSame = (
  db: Queryable,
  { administration, person_id: person, case_id: caseId, party_id: partyId }: ConflictRow,
): Promise<ConflictRow | undefined> =>
  standing(db, administration)
    .select(columns)
    .where('person_id', '=', person)
    .where(
      sql<boolean>`case_id is not distinct from ${caseId}::text and party_id is not distinct from ${partyId}::text`,
    )
    .$castTo<ConflictRow>()
    .executeTakeFirst();

/** Answers whether it was new: one of the same is enough. */
export const insertConflict = async (db: Queryable, row: ConflictRow): Promise<boolean> => {
  const added = await tables(db)
    .insertInto('conflict_of_interest')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

export const findStanding = (
  db: Queryable,
  { administration, id }: { readonly administration: string; readonly id: string },
): Promise<ConflictRow | undefined> =>
  standing(db, administration).select(columns).where('id', '=', id).$castTo<ConflictRow>().executeTakeFirst();

export interface Lifting {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** Answers whether it still stood: of two who lift it, the second finds none. */
export const liftRow = async (db: Queryable, { id, at, by, reason }: Lifting): Promise<boolean> => {
  const lifted = await tables(db)
    .updateTable('conflict_of_interest')
    .set({ lifted_at: at, lifted_by: by, lift_reason: reason })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return lifted !== undefined;
};

/** Open tasks that somebody has in a case, or in every case of a party. */
export const listTasksAtHand = async (
  db: Queryable,
  { person_id: person, case_id: caseId, party_id: partyId }: ConflictRow,
): Promise<readonly string[]> => {
  const rows = await db.query<{ id: string }>('select id from casework.tasks_at_hand($1, $2, $3) as t (id)', [
    person,
    caseId,
    partyId,
  ]);
  return rows.map(({ id }) => id);
};

/** An open task that somebody has and must not do. */
export interface HeldTask {
  readonly id: string;
  readonly administration: string;
}

/** Those of everybody, where a process named them or they came to be of the case since. */
export const listHeldApart = (db: Queryable): Promise<HeldTask[]> =>
  db.query<HeldTask & Record<string, unknown>>('select id, administration from casework.tasks_held_apart()');
