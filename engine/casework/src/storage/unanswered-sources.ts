import type { Queryable, Row } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';

export interface UnansweredRow extends Row {
  source_key: string;
  outcome: string;
  since: Date | string;
}

export interface UnansweredSource {
  readonly caseId: string;
  readonly administration: string;
  readonly sourceKey: string;
  readonly subjectIndex: string;
  /** The source's own word, or why it was not asked. */
  readonly outcome: string;
  readonly at: number;
}

/** Notes that a source did not say what it was asked; the first silence counts, its last reason is told. */
export const noteUnanswered = (db: Queryable, unanswered: UnansweredSource) =>
  db.query(
    `insert into casework.unanswered_source (case_id, source_key, subject_index, administration, outcome, since)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (case_id, source_key, subject_index) do update set outcome = excluded.outcome`,
    [
      unanswered.caseId,
      unanswered.sourceKey,
      unanswered.subjectIndex,
      unanswered.administration,
      unanswered.outcome,
      isoOf(unanswered.at),
    ],
  );

/** The source answered after all. */
export const noteAnswered = (
  db: Queryable,
  { caseId, sourceKey, subjectIndex }: Pick<UnansweredSource, 'caseId' | 'sourceKey' | 'subjectIndex'>,
) =>
  db.query('delete from casework.unanswered_source where case_id = $1 and source_key = $2 and subject_index = $3', [
    caseId,
    sourceKey,
    subjectIndex,
  ]);

/** Each silent source of a case once: since the first question without an answer, with the last reason. */
export const listUnanswered = (db: Queryable, caseId: string): Promise<UnansweredRow[]> =>
  db.query<UnansweredRow>(
    `select source_key, min(since) as since, (array_agg(outcome order by since desc))[1] as outcome
       from casework.unanswered_source where case_id = $1 group by source_key order by min(since), source_key`,
    [caseId],
  );
