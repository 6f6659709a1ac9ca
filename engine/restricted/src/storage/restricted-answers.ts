import type { Queryable } from '@irisflow/database';
import { jsonOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** What is kept apart: an answer, what a source had filled in there, or what a correction made of it. */
export interface ApartAnswer {
  readonly kind: 'answer' | 'prefill' | 'correction';
  /** The correction; empty for the others. */
  readonly of: string;
  /** JSON pointer of the field. */
  readonly pointer: string;
  readonly value: unknown;
}

export interface OfCase {
  readonly caseId: string;
  readonly administration: string;
}

/** Puts answers of a case into the place of their own; whoever writes them needs not be let to read them. */
export const keepApart = async (
  db: Queryable,
  { caseId, administration }: OfCase,
  answers: readonly ApartAnswer[],
): Promise<void> => {
  if (answers.length === 0) return;
  await tables(db)
    .insertInto('restricted_answer')
    .values(
      answers.map(({ kind, of, pointer, value }) => ({
        case_id: caseId,
        administration,
        kind,
        of_id: of,
        pointer,
        value: jsonOf(value),
      })),
    )
    .execute();
};

/** What the wall lets the reader through to: nothing, for a clerk who said no reason. */
export const readApart = async (db: Queryable, caseId: string): Promise<ApartAnswer[]> => {
  const rows = await tables(db)
    .selectFrom('restricted_answer')
    .select(['kind', 'of_id as of', 'pointer', 'value'])
    .where('case_id', '=', caseId)
    .orderBy('pointer')
    .execute();
  return rows as ApartAnswer[];
};

/** Takes the answer to a field out, so that another one can stand there; false where none was within reach. */
export const takeApart = async (
  db: Queryable,
  { caseId, pointer }: { readonly caseId: string; readonly pointer: string },
): Promise<boolean> => {
  const taken = await tables(db)
    .deleteFrom('restricted_answer')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'answer')
    .where('pointer', '=', pointer)
    .returning('pointer')
    .execute();
  return taken.length > 0;
};
