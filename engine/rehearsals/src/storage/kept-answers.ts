import type { Queryable, Row } from '@irisflow/database';
import { openAnswer } from '@irisflow/facts';
import { instantOf } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';

/** What a source said to a process. */
export interface KeptAnswer {
  readonly sourceKey: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly output: unknown;
}

interface AnswerRow extends Row {
  id: string;
  source_key: string;
  at: Date | string;
  sealed: string;
}

/** What sources said to the process of a case, opened. */
export const listKeptAnswers = async (
  surroundings: Surroundings,
  db: Queryable,
  caseId: string,
): Promise<KeptAnswer[]> => {
  const rows = await db.query<AnswerRow>(
    `select id, source_key, at, sealed from casework.source_answer
      where case_id = $1 and asked_by = 'process' order by at, id`,
    [caseId],
  );
  return rows.map((row) => ({
    sourceKey: row.source_key,
    at: Date.parse(instantOf(row.at)),
    output: openAnswer(surroundings, row).output,
  }));
};
