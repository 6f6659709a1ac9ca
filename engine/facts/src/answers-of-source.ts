import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { openAnswer } from './sealed-answer.ts';
import { listAnswers } from './storage/answers.ts';
import type { Surroundings } from './surroundings.ts';

/** Each time that a source answered in a case about its applicant, the oldest first; whoever reads says so in the audit. */
export const answersOfSource = async (
  surroundings: Surroundings,
  db: Queryable,
  { caseId, sourceKey }: { readonly caseId: string; readonly sourceKey: string },
) => {
  const rows = await listAnswers(db, caseId);
  return rows
    .filter((row) => row.source_key === sourceKey && !row.about_others)
    .map((row) => ({ at: instantOf(row.at), output: openAnswer(surroundings, row).output }));
};
