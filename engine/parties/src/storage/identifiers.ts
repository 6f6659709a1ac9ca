import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

type IdentifierState = 'current' | 'replaced' | 'canceled';

interface IdentifierRow {
  readonly party_id: string;
  readonly number_sealed: string;
  readonly number_index: string;
  readonly state: IdentifierState;
  readonly since: Date | string;
  readonly until: Date | string | null;
}

const identifiers = (db: Queryable) => tables(db).selectFrom('party_identifier').selectAll().$castTo<IdentifierRow>();

/** Every number that a party has or had, the one that counts first. */
export const listIdentifiers = (db: Queryable, partyId: string): Promise<IdentifierRow[]> =>
  identifiers(db)
    .where('party_id', '=', partyId)
    .orderBy(sql`state <> 'current'`)
    .orderBy('since', 'desc')
    .execute();

export const findCurrentIdentifier = (db: Queryable, partyId: string): Promise<IdentifierRow | undefined> =>
  identifiers(db).where('party_id', '=', partyId).where('state', '=', 'current').executeTakeFirst();

/** The blind indexes of all that is or was somebody's number. */
export const numberIndexesOf = async (db: Queryable, partyId: string): Promise<string[]> => {
  const rows = await listIdentifiers(db, partyId);
  return rows.filter(({ state }) => state !== 'canceled').map(({ number_index: index }) => index);
};

/** Parties that have a number, or had it before it was replaced; a number that was given by mistake is nobody's. */
export const partiesWithNumber = async (db: Queryable, index: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('party_identifier')
    .select('party_id')
    .where('number_index', '=', index)
    .where('state', '!=', 'canceled')
    .orderBy('state')
    .orderBy('party_id')
    .execute();
  return rows.map(({ party_id: id }) => id);
};

export const endIdentifier = async (
  db: Queryable,
  ended: {
    readonly partyId: string;
    readonly index: string;
    readonly state: 'replaced' | 'canceled';
    readonly at: string;
  },
): Promise<void> => {
  await tables(db)
    .updateTable('party_identifier')
    .set({ state: ended.state, until: ended.at })
    .where('party_id', '=', ended.partyId)
    .where('number_index', '=', ended.index)
    .execute();
};

/** Writes the number that counts from now on; one that was replaced before counts again. */
export const insertIdentifier = async (
  db: Queryable,
  { partyId, sealed, index, at }: { partyId: string; sealed: string; index: string; at: string },
): Promise<void> => {
  await tables(db)
    .insertInto('party_identifier')
    .values({ party_id: partyId, number_sealed: sealed, number_index: index, state: 'current', since: at })
    .onConflict((conflict) =>
      conflict.columns(['party_id', 'number_index']).doUpdateSet({ state: 'current', since: at, until: null }),
    )
    .execute();
};
