import type { Queryable, Row } from '@irisflow/database';
import type { FormData } from '@irisflow/foundation';
import type { Proposal } from '../proposals/proposal.ts';

/** The task that was done, and what was said of it by who did not take it as it was. */
export interface SentBackRow extends Row {
  proposed_by: string;
  proposal: Proposal;
  /** The element of the task that sent it back. */
  element_id: string;
  by: string;
  at: Date | string;
  answers: FormData | null;
  reason: string | null;
}

/**
 * Why an element of a case is to be done again; undefined when it is done for the first time. What was approved and decided
 * since is no return.
 */
export const findSentBack = async (
  db: Queryable,
  { caseId, elementId }: { caseId: string; elementId: string },
): Promise<SentBackRow | undefined> =>
  (
    await db.query<SentBackRow>(
      `with proposed as (
         select t.completed_by, t.proposal, t.ended_at from casework.task t
          where t.case_id = $1 and t.element_id = $2 and t.state = 'completed' and t.proposal is not null
            and t.completed_by is not null
          order by t.ended_at desc, t.id desc limit 1)
       select p.completed_by as proposed_by, p.proposal, q.element_id, q.answers, q.sent_back_reason as reason,
              q.ended_at as at, r.name as by
         from proposed p
         join casework.task q on q.case_id = $1 and q.element_id <> $2 and q.ended_at >= p.ended_at
          and (q.sent_back_by is not null or (q.state = 'completed' and q.approved is not null))
         join casework.person r on r.id = coalesce(q.sent_back_by, q.completed_by)
        where not exists (select from casework.decision d where d.case_id = $1 and d.decided_at >= q.ended_at)
        order by q.ended_at desc, q.id desc limit 1`,
      [caseId, elementId],
    )
  )[0];
