import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewSealedDetail {
  readonly id: string;
  readonly administration: string;
  readonly sealed: string;
  readonly at: number;
}

export const insertSealedDetail = async (db: Queryable, detail: NewSealedDetail): Promise<void> => {
  const { id, administration, sealed, at } = detail;
  await tables(db)
    .insertInto('sealed_detail')
    .values({ id, administration, sealed, sealed_at: isoOf(at) })
    .execute();
};

export const findSealedDetail = (
  db: Queryable,
  { id, administration }: { readonly id: string; readonly administration: string },
): Promise<{ sealed: string | null } | undefined> =>
  tables(db)
    .selectFrom('sealed_detail')
    .select('sealed')
    .where('id', '=', id)
    .where('administration', '=', administration)
    .executeTakeFirst();

/** Takes the values away; the row stays and says when. */
export const eraseSealedDetail = async (
  db: Queryable,
  { id, administration, at }: { readonly id: string; readonly administration: string; readonly at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('sealed_detail')
    .set({ sealed: null, erased_at: isoOf(at) })
    .where('id', '=', id)
    .where('administration', '=', administration)
    .where('sealed', 'is not', null)
    .execute();
};
