import type { Queryable, Selectable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';

export type SourceAccessRow = Selectable<Tables['source_access']>;

export interface OfSource {
  readonly administration: string;
  readonly sourceKey: string;
}

const of = (db: Queryable, { administration, sourceKey }: OfSource) =>
  tables(db)
    .selectFrom('source_access')
    .selectAll()
    .where('administration', '=', administration)
    .where('source_key', '=', sourceKey);

export const findSourceAccess = (db: Queryable, source: OfSource): Promise<SourceAccessRow | undefined> =>
  of(db, source).executeTakeFirst();

export const listSourceAccessRows = (db: Queryable, administration: string): Promise<SourceAccessRow[]> =>
  tables(db)
    .selectFrom('source_access')
    .selectAll()
    .where('administration', '=', administration)
    .orderBy('source_key')
    .execute();

export interface NewSourceAccess extends OfSource {
  readonly address: string;
  readonly user: string | null;
  readonly sealed: string;
  readonly at: number;
  readonly by: string;
}

/** Writes it down in place of what stood before. */
export const putSourceAccess = async (db: Queryable, given: NewSourceAccess): Promise<void> => {
  const said = {
    address: given.address,
    user_name: given.user,
    sealed: given.sealed,
    set_at: isoOf(given.at),
    set_by: given.by,
  };
  await tables(db)
    .insertInto('source_access')
    .values({ administration: given.administration, source_key: given.sourceKey, ...said })
    .onConflict((conflict) => conflict.columns(['administration', 'source_key']).doUpdateSet(said))
    .execute();
};

/** Answers whether there was one. */
export const removeSourceAccessRow = async (
  db: Queryable,
  { administration, sourceKey }: OfSource,
): Promise<boolean> => {
  const rows = await tables(db)
    .deleteFrom('source_access')
    .where('administration', '=', administration)
    .where('source_key', '=', sourceKey)
    .returning('source_key')
    .execute();
  return rows.length > 0;
};
