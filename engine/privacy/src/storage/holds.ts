import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { PrivacyTables } from './tables.gen.ts';
import { peopleInCase } from './people-in-case.ts';
import { tables } from './tables.ts';

export type HoldRow = Omit<Selectable<PrivacyTables['legal_hold']>, 'until'> & { readonly until: string | null };

export interface NewHold {
  readonly id: string;
  readonly administration: string;
  readonly caseId: string | null;
  readonly partyId: string | null;
  readonly reason: string;
  readonly placedBy: string;
  readonly at: number;
  /** Last day; null until it is lifted. */
  readonly until: string | null;
}

export const insertHold = async (db: Queryable, hold: NewHold): Promise<void> => {
  await tables(db)
    .insertInto('legal_hold')
    .values({
      id: hold.id,
      administration: hold.administration,
      case_id: hold.caseId,
      party_id: hold.partyId,
      reason: hold.reason,
      placed_by: hold.placedBy,
      placed_at: isoOf(hold.at),
      until: hold.until,
    })
    .execute();
};

const holds = (db: Queryable) =>
  tables(db)
    .selectFrom('legal_hold')
    .selectAll()
    .select(sql<string | null>`until::text`.as('until'))
    .$castTo<HoldRow>();

export const lockHold = (db: Queryable, id: string): Promise<HoldRow | undefined> =>
  holds(db).where('id', '=', id).forUpdate().executeTakeFirst();

export const liftHold = async (
  db: Queryable,
  { id, by, at, reason }: { readonly id: string; readonly by: string; readonly at: number; readonly reason: string },
): Promise<void> => {
  await tables(db)
    .updateTable('legal_hold')
    .set({ lifted_by: by, lifted_at: isoOf(at), lifted_reason: reason })
    .where('id', '=', id)
    .execute();
};

const MANY = 500;

/** Those of an administration, the newest first; the ones that are over too. */
export const listHolds = (db: Queryable, administration: string): Promise<HoldRow[]> =>
  holds(db)
    .where('administration', '=', administration)
    .orderBy('placed_at', 'desc')
    .orderBy('id')
    .limit(MANY)
    .execute();

/** Those on a case and on whoever is in it. */
export const listHoldsOfCase = (db: Queryable, caseId: string): Promise<HoldRow[]> =>
  holds(db)
    .where((one) =>
      one.or([
        one('case_id', '=', caseId),
        one(
          'party_id',
          'in',
          sql<string>`(select person_id from (values (${caseId}::text)) of_case (id),
          lateral (${sql.raw(peopleInCase('of_case.id'))}) people)`,
        ),
      ]),
    )
    .orderBy('placed_at', 'desc')
    .orderBy('id')
    .execute();

/** The newest case that an administration has of each party, by party. */
export const newestCasesOf = async (
  db: Queryable,
  { administration, partyIds }: { readonly administration: string; readonly partyIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> => {
  if (partyIds.length === 0) return new Map();
  const rows = await db.query<{ party_id: string; id: string }>(
    `select distinct on (f.person_id) f.person_id as party_id, f.id from casework.case_file f
      where f.administration = $1 and f.person_id = any($2::text[]) order by f.person_id, f.submitted_at desc, f.id`,
    [administration, [...new Set(partyIds)]],
  );
  return new Map(rows.map(({ party_id: partyId, id }) => [partyId, id]));
};
