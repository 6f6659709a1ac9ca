import { sql, type Queryable } from '@irisflow/database';
import type { Proposal } from '../proposals/proposal.ts';
import { jsonOf, type FormData } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** A task counts once it was completed, or while the engine is told that it is. */
const wasDone = sql<boolean>`(state = 'completed' or (state = 'open' and completing_by is not null))`;

/** What was proposed and approved before a case was reopened says nothing of what is decided after. */
const isOfNow = sql<boolean>`created_at >= coalesce(
  (select f.reopened_at from casework.case_file f where f.id = task.case_id), '-infinity'::timestamptz)`;

export interface ProposedTask {
  readonly element_id: string;
  readonly proposal: Proposal;
}

/** The last proposal of each of these elements of a case. */
export const listProposals = async (
  db: Queryable,
  { caseId, elementIds }: { caseId: string; elementIds: readonly string[] },
): Promise<ProposedTask[]> => {
  if (elementIds.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('task')
    .distinctOn('element_id')
    .select(['element_id', 'proposal'])
    .where('case_id', '=', caseId)
    .where('element_id', 'in', [...elementIds])
    .where('proposal', 'is not', null)
    .where(wasDone)
    .where(isOfNow)
    .orderBy('element_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows as unknown as ProposedTask[];
};

export interface Approval {
  readonly id: string;
  readonly element_id: string;
  readonly process_instance_key: string;
  readonly approved: Proposal;
  readonly approved_hash: string;
}

/** What was approved last in a case; undefined when nothing was. */
export const findApproval = async (db: Queryable, caseId: string): Promise<Approval | undefined> =>
  (await tables(db)
    .selectFrom('task')
    .select(['id', 'element_id', 'process_instance_key', 'approved', 'approved_hash'])
    .where('case_id', '=', caseId)
    .where('approved', 'is not', null)
    .where(wasDone)
    .where(isOfNow)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) as unknown as Approval | undefined;

export interface Verdict {
  readonly id: string;
  readonly proposal: Proposal | null;
  readonly proposalHash: string | null;
  readonly approved: Proposal | null;
  readonly approvedHash: string | null;
  /** What the form of a task that approves says, for who may have to do the first task again. */
  readonly answers: FormData | null;
}

/** Keeps what the person who completes a task proposes or approves with it. */
export const setVerdict = async (db: Queryable, { id, ...verdict }: Verdict): Promise<void> => {
  const json = (value: Proposal | FormData | null) => (value === null ? null : sql<string>`${jsonOf(value)}::jsonb`);
  await tables(db)
    .updateTable('task')
    .set({
      proposal: json(verdict.proposal),
      proposal_hash: verdict.proposalHash,
      approved: json(verdict.approved),
      approved_hash: verdict.approvedHash,
      answers: json(verdict.answers),
    })
    .where('id', '=', id)
    .execute();
};

/** Notes that values differ from the proposal; false when that was noted already. */
export const noteVoided = async (db: Queryable, { id, hash }: { id: string; hash: string }): Promise<boolean> => {
  const rows = await tables(db)
    .updateTable('task')
    .set({ voided_hash: hash })
    .where('id', '=', id)
    .where(sql<boolean>`voided_hash is distinct from ${hash}`)
    .returning('id')
    .execute();
  return rows.length > 0;
};
