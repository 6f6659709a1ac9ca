import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { ObligationAct } from '../views/obligation.ts';
import type { ObligationRow } from './obligations.ts';
import { tables } from './tables.ts';

export interface EventRow {
  id: string;
  occurrence_id: string | null;
  at: Date | string;
  act: ObligationAct;
  step: string | null;
  reason: string | null;
  author: string | null;
}

interface NewEvent {
  readonly occurrenceId: string | null;
  readonly at: number;
  readonly act: ObligationAct;
  /** Key of a step of the sanctions. */
  readonly step?: string | null;
  readonly reason?: string | null;
  /** Id of a person. */
  readonly author?: string | null;
}

type OfObligation = Pick<ObligationRow, 'id' | 'administration' | 'case_id' | 'person_id'>;

export const insertEvent = (
  tx: Queryable,
  { id, administration, case_id, person_id }: OfObligation,
  { occurrenceId, at, act, step = null, reason = null, author = null }: NewEvent,
) =>
  tx.query(
    `insert into casework.obligation_event (obligation_id, administration, case_id, person_id, occurrence_id, at, act,
       step, reason, author)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, administration, case_id, person_id, occurrenceId, isoOf(at), act, step, reason, author],
  );

/** What became of one occurrence, the newest first. */
export const listEventsOf = (db: Queryable, occurrenceId: string): Promise<EventRow[]> =>
  tables(db)
    .selectFrom('obligation_event')
    .select(['id', 'occurrence_id', 'at', 'act', 'step', 'reason', 'author'])
    .where('occurrence_id', '=', occurrenceId)
    .orderBy('id', 'desc')
    .$castTo<EventRow>()
    .execute();
