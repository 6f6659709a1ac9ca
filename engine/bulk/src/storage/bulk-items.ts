import { sql, type Queryable, type Row, type Selectable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { BulkCounts, BulkReason } from '../views/bulk.ts';
import { refuseShared } from './bulk-decisions.ts';
import type { BulkItemTable } from './tables.gen.ts';
import { tables } from './tables.ts';

export interface ItemKey {
  readonly bulkId: string;
  readonly position: number;
}

export interface TakenItem extends Row {
  bulk_id: string;
  position: number;
  task_id: string;
  case_id: string;
  attempts: number;
  started_by: string;
  procedure_key: string;
  procedure_version: number;
  element_id: string;
  answers: Record<string, unknown>;
}

/**
 * Takes the next task that waits and keeps it for a while: when this process dies, another takes it after that. A small bulk
 * decision does not wait until a large one is done.
 */
export const takeItem = async (
  db: Queryable,
  { at, keepMs }: { at: number; keepMs: number },
): Promise<TakenItem | undefined> => {
  const rows = await db.query<TakenItem>(
    `with due as materialized (
       select i.bulk_id, i.position from casework.bulk_item i
        where i.state = 'waiting' and i.next_at <= $1
        order by i.position, i.bulk_id limit 1 for update skip locked)
     update casework.bulk_item as taken
        set next_at = $2, attempts = attempts + 1
       from due join casework.bulk_decision b on b.id = due.bulk_id
      where taken.bulk_id = due.bulk_id and taken.position = due.position
      returning taken.bulk_id, taken.position, taken.task_id, taken.case_id, taken.attempts, b.started_by,
                b.procedure_key, b.procedure_version, b.element_id, b.answers`,
    [isoOf(at), isoOf(at + keepMs)],
  );
  return rows[0];
};

export interface Settled {
  readonly at: number;
  /** Null when the task was completed. */
  readonly reason: BulkReason | null;
  /** Pointers into the form. */
  readonly fields: readonly string[];
}

/** What was completed stays so; what was canceled while it was under way is told as it ended. */
export const settleItem = (db: Queryable, { bulkId, position }: ItemKey, { at, reason, fields }: Settled) =>
  tables(db)
    .updateTable('bulk_item')
    .set({
      state: reason === null ? 'done' : 'failed',
      reason,
      fields: [...fields],
      settled_at: isoOf(at),
    })
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .where('state', 'in', reason === null ? ['waiting', 'canceled', 'failed'] : ['waiting'])
    .execute();

export const postponeItem = (db: Queryable, { bulkId, position }: ItemKey, nextAt: number) =>
  tables(db)
    .updateTable('bulk_item')
    .set({ next_at: isoOf(nextAt) })
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .execute();

export const cancelItems = (tx: Queryable, { bulkId, at }: { bulkId: string; at: number }) =>
  tables(tx)
    .updateTable('bulk_item')
    .set({ state: 'canceled', settled_at: isoOf(at) })
    .where('bulk_id', '=', bulkId)
    .where('state', '=', 'waiting')
    .execute();

/** What was canceled or failed waits again. */
export const reviveItems = (tx: Queryable, { bulkId, at }: { bulkId: string; at: number }) =>
  tables(tx)
    .updateTable('bulk_item')
    .set({ state: 'waiting', reason: null, fields: [], attempts: 0, next_at: isoOf(at), settled_at: null })
    .where('bulk_id', '=', bulkId)
    .where('state', 'in', ['canceled', 'failed'])
    .execute()
    .catch(refuseShared);

export type BulkItemRow = Selectable<BulkItemTable> & {
  readonly reference: string;
  readonly applicant: string;
  readonly delegator_id: string | null;
  readonly delegator: string | null;
};

export const listItems = (db: Queryable, bulkId: string): Promise<BulkItemRow[]> =>
  tables(db)
    .selectFrom('bulk_item as i')
    .innerJoin('case_file as f', 'f.id', 'i.case_id')
    .leftJoin('task as t', 't.id', 'i.task_id')
    // In whose name whoever started did it; what somebody else did is theirs.
    .leftJoin('delegation as g', (join) => join.onRef('g.id', '=', 't.completed_under').on('i.state', '=', 'done'))
    .leftJoin('person as d', 'd.id', 'g.delegator_id')
    .selectAll('i')
    .select(['f.reference', 'f.applicant', 'd.id as delegator_id', 'd.name as delegator'])
    .where('i.bulk_id', '=', bulkId)
    .orderBy('i.position')
    .execute();

const none: BulkCounts = { total: 0, waiting: 0, done: 0, failed: 0, canceled: 0 };

/** How far each bulk decision is. */
export const countItems = async (db: Queryable, bulkIds: readonly string[]): Promise<Map<string, BulkCounts>> => {
  const rows = await tables(db)
    .selectFrom('bulk_item')
    .select(['bulk_id', 'state', sql<number>`count(*)::integer`.as('items')])
    .where('bulk_id', 'in', bulkIds.length === 0 ? [''] : bulkIds)
    .groupBy(['bulk_id', 'state'])
    .execute();
  const counts = new Map(bulkIds.map((id) => [id, { ...none }]));
  for (const { bulk_id: id, state, items } of rows) {
    const one = counts.get(id);
    if (one === undefined) continue;
    one[state as keyof BulkCounts] += items;
    one.total += items;
  }
  return counts;
};

/** What the worklist knows of a task, and who completed it. */
export const findTaskState = (db: Queryable, taskId: string) =>
  tables(db).selectFrom('task').select(['state', 'completed_by']).where('id', '=', taskId).executeTakeFirst();
