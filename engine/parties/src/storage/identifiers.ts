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
  readonly ended_because: string | null;
  /** An account, or `source:` and the key of a register. */
  readonly ended_by: string | null;
  readonly ended_in: string | null;
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

/** Whoever has or had a number, canceled or not: to find them, never to begin anything with it. */
export const partiesEverWithNumber = async (db: Queryable, index: string): Promise<string[]> => {
  const rows = await identifiers(db)
    .where('number_index', '=', index)
    .orderBy(sql`state = 'canceled'`)
    .orderBy('party_id')
    .execute();
  return rows.map(({ party_id: id }) => id);
};

export interface EndedIdentifier {
  readonly partyId: string;
  readonly index: string;
  readonly state: 'replaced' | 'canceled';
  readonly at: string;
  /** Why, who said it, and in which administration; of what follows from a new number, nothing. */
  readonly because?: { readonly reason: string; readonly by: string; readonly administration: string };
}

/** Answers whether it counted, or was replaced and not canceled, before. */
export const endIdentifier = async (
  db: Queryable,
  { partyId, index, state, at, because }: EndedIdentifier,
): Promise<boolean> => {
  const said = {
    ended_because: because?.reason ?? null,
    ended_by: because?.by ?? null,
    ended_in: because?.administration ?? null,
  };
  const ended = await tables(db)
    .updateTable('party_identifier')
    .set({ state, until: at, ...said })
    .where('party_id', '=', partyId)
    .where('number_index', '=', index)
    .where('state', '!=', 'canceled')
    .returning('party_id')
    .executeTakeFirst();
  return ended !== undefined;
};

/** A number that was canceled by mistake counts again, or as replaced where another one took its place. */
export const restoreIdentifier = async (
  db: Queryable,
  { partyId, index, at }: { readonly partyId: string; readonly index: string; readonly at: string },
): Promise<boolean> => {
  const hasCurrent = (await findCurrentIdentifier(db, partyId)) !== undefined;
  const restored = await tables(db)
    .updateTable('party_identifier')
    .set({ state: hasCurrent ? 'replaced' : 'current', until: hasCurrent ? at : null })
    .set({ ended_because: null, ended_by: null, ended_in: null })
    .where('party_id', '=', partyId)
    .where('number_index', '=', index)
    .where('state', '=', 'canceled')
    .returning('party_id')
    .executeTakeFirst();
  return restored !== undefined;
};

/** Whether a number was canceled and nobody has it. */
export const isCanceledNumber = async (db: Queryable, index: string): Promise<boolean> => {
  const [row] = await db.query<{ is_canceled: boolean }>('select casework.is_canceled_number($1) as is_canceled', [
    index,
  ]);
  return row?.is_canceled === true;
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
      conflict
        .columns(['party_id', 'number_index'])
        .doUpdateSet({ state: 'current', since: at, until: null })
        // Signing in with it once more does not make a canceled number anybody's.
        .where('party_identifier.state', '!=', 'canceled'),
    )
    .execute();
};
