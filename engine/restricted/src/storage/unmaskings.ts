import { type Queryable, takeNamedLock } from '@irisflow/database';
import { instantOf, isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewUnmasking {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly pointer: string;
  readonly personId: string;
  readonly category: string;
  readonly reason: string;
  readonly beginsAt: number;
  readonly endsAt: number;
}

export const insertAnswerUnmasking = async (db: Queryable, unmasking: NewUnmasking): Promise<void> => {
  await tables(db)
    .insertInto('answer_unmasking')
    .values({
      id: unmasking.id,
      case_id: unmasking.caseId,
      administration: unmasking.administration,
      pointer: unmasking.pointer,
      unmasked_by: unmasking.personId,
      category: unmasking.category,
      reason: unmasking.reason,
      begins_at: isoOf(unmasking.beginsAt),
      ends_at: isoOf(unmasking.endsAt),
    })
    .execute();
};

/** Until when the reader sees which fields of a case; those of colleagues are not theirs to see. */
export const openUnmaskings = async (
  db: Queryable,
  { caseId, at }: { readonly caseId: string; readonly at: number },
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tables(db)
    .selectFrom('answer_unmasking')
    .select(['pointer', 'ends_at'])
    .where('case_id', '=', caseId)
    .where('ends_at', '>', isoOf(at))
    .orderBy('ends_at')
    .execute();
  return new Map(rows.map(({ pointer, ends_at: endsAt }) => [pointer, instantOf(endsAt)]));
};

/** In how many answers of whichever cases a reader looks now; they begin to look into no other one until the transaction ends. */
export const lockOpenUnmaskings = async (
  tx: Queryable,
  { personId, at }: { readonly personId: string; readonly at: number },
): Promise<number> => {
  await takeNamedLock(tx, `unmaskings of ${personId}`);
  const row = await tables(tx)
    .selectFrom('answer_unmasking')
    .select(({ fn }) => fn.count<string>('id').as('count'))
    .where('unmasked_by', '=', personId)
    .where('ends_at', '>', isoOf(at))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
};

/** Masks a field again before its time. */
export const endAnswerUnmasking = async (
  db: Queryable,
  { caseId, pointer, at }: { readonly caseId: string; readonly pointer: string; readonly at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('answer_unmasking')
    .set({ ends_at: isoOf(at) })
    .where('case_id', '=', caseId)
    .where('pointer', '=', pointer)
    .where('ends_at', '>', isoOf(at))
    .execute();
};
