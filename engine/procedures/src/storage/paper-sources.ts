import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { tables } from './tables.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';

/** `valid_on` is the last day as text: a driver would make an instant of it. */
export type PaperSourceRow = Selectable<Tables['paper_source']> & { readonly valid_on: string | null };

const standing = (db: Queryable, administration: string) =>
  tables(db)
    .selectFrom('paper_source')
    .selectAll()
    .select(sql<string | null>`valid_until::text`.as('valid_on'))
    .where('administration', '=', administration)
    .where('ended_at', 'is', null);

export interface NewPaperSource {
  readonly id: string;
  readonly administration: string;
  readonly sourceKey: string;
  readonly reason: string;
  readonly since: string;
  readonly by: string;
  readonly validUntil: string | null;
}

/** Puts a source on paper; answers false when it is already. */
export const insertPaperSource = async (db: Queryable, given: NewPaperSource): Promise<boolean> => {
  const rows = await tables(db)
    .insertInto('paper_source')
    .values({
      id: given.id,
      administration: given.administration,
      source_key: given.sourceKey,
      reason: given.reason,
      since: given.since,
      set_by: given.by,
      valid_until: given.validUntil,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
};

/** The row of a source that nobody ended, whether or not its last day is over. */
export const findPaperSource = (
  db: Queryable,
  { administration, sourceKey }: { administration: string; sourceKey: string },
): Promise<PaperSourceRow | undefined> =>
  standing(db, administration).where('source_key', '=', sourceKey).executeTakeFirst();

/** All that nobody ended, those whose last day is over too. */
export const listPaperSourceRows = (db: Queryable, administration: string): Promise<PaperSourceRow[]> =>
  standing(db, administration).orderBy('source_key').execute();

/** Ends what stands for a source; answers which, or undefined when it stands on paper nowhere. */
export const endPaperSourceRow = async (
  db: Queryable,
  { administration, sourceKey, at, by }: { administration: string; sourceKey: string; at: string; by: string },
): Promise<string | undefined> => {
  const row = await tables(db)
    .updateTable('paper_source')
    .set({ ended_at: at, ended_by: by })
    .where('administration', '=', administration)
    .where('source_key', '=', sourceKey)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};
