import { sql, type Queryable, type Row } from '@irisflow/database';
import type { AdministrationView } from '../views/person.ts';
import { type LocalizedText, jsonOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

interface AdministrationRow extends Row {
  key: string;
  name: LocalizedText;
}

export const upsertAdministrationRow = (db: Queryable, administration: AdministrationView) =>
  db.query(
    `insert into casework.administration (key, name) values ($1, $2::jsonb)
     on conflict (key) do update set name = excluded.name`,
    [administration.key, jsonOf(administration.name)],
  );

export const findAdministration = async (db: Queryable, key: string): Promise<AdministrationView | null> => {
  const rows = await db.query<AdministrationRow>('select key, name from casework.administration where key = $1', [key]);
  return rows[0] ?? null;
};

/** Writes a new administration; answers false when its key is taken. */
export const insertAdministration = async (db: Queryable, { key, name }: AdministrationView): Promise<boolean> => {
  const rows = await tables(db)
    .insertInto('administration')
    .values({ key, name: jsonOf(name) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute();
  return rows.length > 0;
};

/** Writes new names; answers false when there is no such administration. */
export const renameAdministrationRow = async (db: Queryable, { key, name }: AdministrationView): Promise<boolean> => {
  const rows = await tables(db)
    .updateTable('administration')
    .set({ name: jsonOf(name) })
    .where('key', '=', key)
    .returning('key')
    .execute();
  return rows.length > 0;
};

export interface AdministrationSearch {
  /** Only this one; null for all. */
  readonly administration: string | null;
  readonly search: string | null;
}

const found = (db: Queryable, { administration, search }: AdministrationSearch) => {
  let query = tables(db).selectFrom('administration as a');
  if (administration !== null) query = query.where('a.key', '=', administration);
  if (search !== null) query = query.where(sql<boolean>`(a.key ilike ${search} or a.name::text ilike ${search})`);
  return query;
};

export const searchAdministrations = (
  db: Queryable,
  { after, limit, ...search }: AdministrationSearch & { readonly after: string | null; readonly limit: number },
) => {
  let query = found(db, search)
    .select(['a.key', 'a.name'])
    .select((one) =>
      one
        .selectFrom('person as p')
        .whereRef('p.administration', '=', 'a.key')
        .select((counted) => counted.fn.countAll<string>().as('people'))
        .as('people'),
    );
  if (after !== null) query = query.where('a.key', '>', after);
  return query.orderBy('a.key').limit(limit).execute();
};

export const countAdministrations = async (db: Queryable, search: AdministrationSearch): Promise<number> => {
  const row = await found(db, search)
    .select((one) => one.fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

export const listAdministrationKeys = async (db: Queryable): Promise<string[]> =>
  (await tables(db).selectFrom('administration').select('key').orderBy('key').execute()).map(({ key }) => key);
