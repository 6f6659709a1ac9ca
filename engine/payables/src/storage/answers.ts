import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface Answer {
  readonly batchId: string;
  readonly executed: number;
  readonly rejected: number;
  readonly noted: number;
  readonly takenAt: Date | string;
}

const answers = (db: Queryable) =>
  tables(db)
    .selectFrom('bank_answer')
    .select(['batch_id as batchId', 'executed', 'rejected', 'noted', 'taken_at as takenAt']);

/** That a file was taken in before, byte for byte. */
export const findAnswer = (
  db: Queryable,
  { administration, hash }: { readonly administration: string; readonly hash: string },
): Promise<Answer | undefined> =>
  answers(db).where('administration', '=', administration).where('file_hash', '=', hash).executeTakeFirst();

/** Of a batch, in the order in which they came. */
export const listAnswers = (db: Queryable, batchId: string): Promise<Answer[]> =>
  answers(db).where('batch_id', '=', batchId).orderBy('taken_at').orderBy('id').execute();

export interface NewAnswer extends Omit<Answer, 'takenAt'> {
  readonly id: string;
  readonly administration: string;
  readonly hash: string;
  readonly takenAt: number;
  readonly takenBy: string;
}

export const insertAnswer = async (tx: Queryable, one: NewAnswer): Promise<void> => {
  await tables(tx)
    .insertInto('bank_answer')
    .values({
      id: one.id,
      administration: one.administration,
      batch_id: one.batchId,
      file_hash: one.hash,
      executed: one.executed,
      rejected: one.rejected,
      noted: one.noted,
      taken_at: isoOf(one.takenAt),
      taken_by: one.takenBy,
    })
    .execute();
};
