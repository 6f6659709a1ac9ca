import type { Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface PartyRow {
  readonly id: string;
  readonly kind: 'person' | 'organization';
  readonly name: string;
  /** What they chose; null where nobody knows. */
  readonly language: Locale | null;
  /** Ten digits, of organizations alone. */
  readonly enterprise_number: string | null;
  /** NIS code. */
  readonly seat_commune: string | null;
  /** The desk that noted them before anybody vouched for them, and what it knows them by. */
  readonly noted_by: string | null;
  readonly noted_as: string | null;
}

const columns = [
  'id',
  'kind',
  'name',
  'language',
  'enterprise_number',
  'seat_commune',
  'noted_by',
  'noted_as',
] as const;

/** What is known of a party; the columns are checked by the database. */
const parties = (db: Queryable) => tables(db).selectFrom('party').select(columns).$castTo<PartyRow>();

export const findPartyRow = (db: Queryable, id: string): Promise<PartyRow | undefined> =>
  parties(db).where('id', '=', id).executeTakeFirst();

export const findPartyNoted = (db: Queryable, notedAs: string): Promise<PartyRow | undefined> =>
  parties(db).where('noted_as', '=', notedAs).executeTakeFirst();

export const findOrganization = (db: Queryable, enterpriseNumber: string): Promise<PartyRow | undefined> =>
  parties(db).where('enterprise_number', '=', enterpriseNumber).executeTakeFirst();

export interface NewParty extends PartyRow {
  readonly created_at: string;
}

/** Who is there already stays as they are. */
export const insertParty = async (db: Queryable, party: NewParty): Promise<void> => {
  await tables(db)
    .insertInto('party')
    .values(party)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const updateParty = async (
  db: Queryable,
  { id, ...values }: { readonly id: string } & Partial<Omit<PartyRow, 'id' | 'kind'>>,
): Promise<void> => {
  await tables(db).updateTable('party').set(values).where('id', '=', id).execute();
};
