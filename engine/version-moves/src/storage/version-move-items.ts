import { sql, type Queryable, type Row, type Selectable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { FailReason, StayReason, StepPlace } from '../views/version-move.ts';
import type { VersionMoveItemTable } from './tables.gen.ts';
import { tables } from './tables.ts';
import { refuseShared } from './version-moves.ts';

export interface ItemKey {
  readonly moveId: string;
  readonly position: number;
}

export interface TakenItem extends Row {
  move_id: string;
  position: number;
  administration: string;
  case_id: string;
  from_version: number;
  begun: boolean;
  tasks: Record<string, string> | null;
  attempts: number;
  started_by: string;
  procedure_key: string;
  from_versions: number[];
  to_version: number;
  places: StepPlace[];
}

/**
 * Takes the next case that waits and keeps it for a while: when this process dies, another takes it after that. A small move
 * does not wait until a large one is done.
 */
export const takeItem = async (
  db: Queryable,
  { at, keepMs }: { at: number; keepMs: number },
): Promise<TakenItem | undefined> => {
  const rows = await db.query<TakenItem>(
    `with due as materialized (
       select i.move_id, i.position from casework.version_move_item i
        where i.state = 'waiting' and i.next_at <= $1
        order by i.position, i.move_id limit 1 for update skip locked)
     update casework.version_move_item as taken
        set next_at = $2, attempts = attempts + 1
       from due join casework.version_move m on m.id = due.move_id
      where taken.move_id = due.move_id and taken.position = due.position
      returning taken.move_id, taken.position, taken.administration, taken.case_id, taken.from_version, taken.begun,
                taken.tasks, taken.attempts, m.started_by, m.procedure_key, m.from_versions, m.to_version, m.places`,
    [isoOf(at), isoOf(at + keepMs)],
  );
  return rows[0];
};

const itemOf = (db: Queryable, { moveId, position }: ItemKey) =>
  tables(db)
    .updateTable('version_move_item')
    .where('move_id', '=', moveId)
    .where('position', '=', position)
    .where('state', '=', 'waiting');

/** From here on the engine may move a part of it. False when somebody stopped it in the meantime. */
export const beginItem = async (
  tx: Queryable,
  key: ItemKey,
  tasks: Readonly<Record<string, string>>,
): Promise<boolean> => {
  const rows = await itemOf(tx, key)
    .set({ begun: true, tasks: jsonOf(tasks) })
    .returning('position')
    .execute();
  return rows.length > 0;
};

export interface Settled {
  readonly at: number;
  readonly state: 'moved' | 'stayed' | 'failed';
  readonly reason: StayReason | FailReason | null;
  readonly subject: LocalizedText | null;
  /** Whether a part of it is on the other version: then it is finished when it is tried again. */
  readonly begun: boolean;
}

export const settleItem = (db: Queryable, key: ItemKey, { at, state, reason, subject, begun }: Settled) =>
  itemOf(db, key)
    .set({ state, reason, begun, subject: subject === null ? null : jsonOf(subject), settled_at: isoOf(at) })
    .execute();

export const postponeItem = (db: Queryable, key: ItemKey, nextAt: number) =>
  itemOf(db, key)
    .set({ next_at: isoOf(nextAt) })
    .execute();

/** What has begun is finished: a case is never left between two versions. */
export const cancelItems = (tx: Queryable, { moveId, at }: { moveId: string; at: number }) =>
  tables(tx)
    .updateTable('version_move_item')
    .set({ state: 'canceled', settled_at: isoOf(at) })
    .where('move_id', '=', moveId)
    .where('state', '=', 'waiting')
    .where('begun', '=', false)
    .execute();

/** What did not move is tried again, from where it is. */
export const reviveItems = (tx: Queryable, { moveId, at }: { moveId: string; at: number }) =>
  tables(tx)
    .updateTable('version_move_item')
    .set({ state: 'waiting', reason: null, subject: null, attempts: 0, next_at: isoOf(at), settled_at: null })
    .where('move_id', '=', moveId)
    .where('state', 'in', ['canceled', 'failed', 'stayed'])
    .execute()
    .catch(refuseShared);

export type VersionMoveItemRow = Selectable<VersionMoveItemTable> & { readonly reference: string };

/** Those that failed first, then those that stayed, those that moved last. */
export const listItems = (db: Queryable, moveId: string, limit?: number): Promise<VersionMoveItemRow[]> => {
  const all = tables(db)
    .selectFrom('version_move_item as i')
    .innerJoin('case_file as f', 'f.id', 'i.case_id')
    .selectAll('i')
    .select('f.reference')
    .where('i.move_id', '=', moveId)
    .orderBy(sql`array_position(array['failed', 'stayed', 'canceled', 'waiting', 'moved'], i.state)`)
    .orderBy('i.position');
  return (limit === undefined ? all : all.limit(limit)).execute();
};
