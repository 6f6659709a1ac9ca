import type { Queryable, Row } from '@irisflow/database';
import type { FormData } from '@irisflow/foundation';

/** What is kept with a task of what was answered in it. */
export interface KeptTask {
  readonly elementId: string;
  readonly proposal: FormData | null;
  readonly answers: FormData | null;
}

/** The tasks of a case in the order in which they were opened. */
export const listKeptTasks = (db: Queryable, caseId: string) =>
  db.query<KeptTask & Row>(
    `select element_id as "elementId", proposal, answers from casework.task
      where case_id = $1 and process_version is null order by created_at, length(id), id`,
    [caseId],
  );
