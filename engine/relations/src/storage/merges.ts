import { type Queryable, takeNamedLock } from '@irisflow/database';
import { tables } from './tables.ts';

export interface MergeRow {
  readonly id: string;
  readonly administration: string;
  readonly party_id: string;
  readonly into_party_id: string;
  readonly reason: string;
  readonly merged_at: Date | string;
  readonly merged_by: string;
}

const columns = ['id', 'administration', 'party_id', 'into_party_id', 'reason', 'merged_at', 'merged_by'] as const;

/** The merges that stand; a record that was merged has none merged into it, so that each group has one head. */
const standing = (db: Queryable, administration: string) =>
  tables(db)
    .selectFrom('party_merge')
    .select(columns)
    .where('administration', '=', administration)
    .where('undone_at', 'is', null)
    .$castTo<MergeRow>();

interface Of {
  readonly administration: string;
  readonly partyId: string;
}

export const findMergeOf = (db: Queryable, { administration, partyId }: Of): Promise<MergeRow | undefined> =>
  standing(db, administration).where('party_id', '=', partyId).executeTakeFirst();

export const listMergesInto = (db: Queryable, { administration, partyId }: Of): Promise<MergeRow[]> =>
  standing(db, administration).where('into_party_id', '=', partyId).orderBy('merged_at').orderBy('id').execute();

export const lockMerge = (
  db: Queryable,
  { administration, id }: { readonly administration: string; readonly id: string },
): Promise<MergeRow | undefined> => standing(db, administration).where('id', '=', id).forUpdate().executeTakeFirst();

/** Merges of an administration are decided one after the other: two at once could make each record a part of the other. */
export const lockMerges = async (tx: Queryable, administration: string): Promise<void> => {
  await takeNamedLock(tx, `merges of ${administration}`);
};

/** Answers whether it was new: a record is merged into one other. */
export const insertMerge = async (db: Queryable, row: MergeRow): Promise<boolean> => {
  const added = await tables(db)
    .insertInto('party_merge')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

export const undoMergeRow = async (
  db: Queryable,
  { id, at, by, reason }: { readonly id: string; readonly at: string; readonly by: string; readonly reason: string },
): Promise<void> => {
  await tables(db)
    .updateTable('party_merge')
    .set({ undone_at: at, undone_by: by, undo_reason: reason })
    .where('id', '=', id)
    .execute();
};
