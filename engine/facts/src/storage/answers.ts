import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewAnswer {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly sourceKey: string;
  readonly consultationId: string;
  readonly at: number;
  readonly askedBy: 'process' | 'desk' | 'source';
  readonly aboutOthers: boolean;
  readonly sealed: string;
}

export const insertAnswer = async (db: Queryable, answer: NewAnswer): Promise<void> => {
  await tables(db)
    .insertInto('source_answer')
    .values({
      id: answer.id,
      case_id: answer.caseId,
      administration: answer.administration,
      source_key: answer.sourceKey,
      consultation_id: answer.consultationId,
      at: isoOf(answer.at),
      asked_by: answer.askedBy,
      about_others: answer.aboutOthers,
      sealed: answer.sealed,
    })
    .execute();
};

/** What sources said in a case, the oldest first, each with the question that it answers. */
export const listAnswers = (db: Queryable, caseId: string) =>
  tables(db)
    .selectFrom('source_answer as a')
    .innerJoin('consultation as c', 'c.id', 'a.consultation_id')
    .select(['a.id', 'a.source_key', 'a.at', 'a.asked_by', 'a.about_others', 'a.sealed'])
    .select(['c.legal_basis', 'c.purpose'])
    .where('a.case_id', '=', caseId)
    .orderBy('a.at')
    .orderBy('a.consultation_id')
    .execute();

export type AnswerRow = Awaited<ReturnType<typeof listAnswers>>[number];

/** The questions of a case among these, each with its source, and whether it was about somebody who did not apply. */
export const findQuestions = (db: Queryable, { caseId, ids }: { caseId: string; ids: readonly string[] }) =>
  tables(db)
    .selectFrom('consultation')
    .select(['id', 'source_key', 'subject_index', 'reason', 'legal_basis', 'purpose'])
    .where('case_id', '=', caseId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();

/** The first question to each source that belongs to the form of a case. */
export const listFormQuestions = (db: Queryable, caseId: string) =>
  tables(db)
    .selectFrom('consultation')
    .select(['source_key', 'legal_basis', 'purpose'])
    .where('case_id', '=', caseId)
    .where('draft_id', 'is not', null)
    .orderBy('id')
    .execute();
