import { DatabaseFault, sql, type Queryable, type Selectable } from '@irisflow/database';
import { CaseworkError, isoOf, jsonOf } from '@irisflow/foundation';
import type { StepPlace, VersionMoveCounts } from '../views/version-move.ts';
import type { RunningCase } from './running-cases.ts';
import type { VersionMoveTable } from './tables.gen.ts';
import { tables } from './tables.ts';

export type VersionMoveRow = Selectable<VersionMoveTable>;

export interface NewVersionMove {
  readonly id: string;
  readonly administration: string;
  readonly key: string;
  readonly from: readonly number[];
  readonly to: number;
  readonly places: readonly StepPlace[];
  readonly reason: string;
  readonly personId: string;
  readonly at: number;
  readonly cases: readonly RunningCase[];
}

/** The store itself keeps a case out of two moves: whoever comes second is told. */
export const refuseShared = (thrown: unknown): never => {
  if (thrown instanceof DatabaseFault && thrown.code === 'CONFLICT')
    throw new CaseworkError('VERSION_MOVE_RUNNING', 'Expected cases of no other move, but one of them is in one', {
      cause: thrown,
    });
  throw thrown;
};

export const insertVersionMove = async (tx: Queryable, move: NewVersionMove): Promise<void> => {
  const at = isoOf(move.at);
  await tables(tx)
    .insertInto('version_move')
    .values({
      id: move.id,
      administration: move.administration,
      procedure_key: move.key,
      from_versions: jsonOf(move.from),
      to_version: move.to,
      places: jsonOf(move.places),
      reason: move.reason,
      started_by: move.personId,
      started_at: at,
    })
    .execute();
  await tx
    .query(
      `insert into casework.version_move_item (move_id, position, administration, case_id, from_version, state, next_at)
       select $1, ordinality, $2, moving ->> 'id', (moving ->> 'version')::integer, 'waiting', $3
         from jsonb_array_elements($4::jsonb) with ordinality as given (moving, ordinality)`,
      [
        move.id,
        move.administration,
        at,
        jsonOf(move.cases.map(({ id, procedure_version: version }) => ({ id, version }))),
      ],
    )
    .catch(refuseShared);
};

export const findVersionMove = (db: Queryable, id: string): Promise<VersionMoveRow | undefined> =>
  tables(db).selectFrom('version_move').selectAll().where('id', '=', id).executeTakeFirst();

/** The same, locked until the transaction ends. */
export const lockVersionMove = (tx: Queryable, id: string): Promise<VersionMoveRow | undefined> =>
  tables(tx).selectFrom('version_move').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** The newest first. */
export const listVersionMoves = (db: Queryable, { key, limit }: { key: string; limit: number }) =>
  tables(db)
    .selectFrom('version_move')
    .selectAll()
    .where('procedure_key', '=', key)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const setCanceledAt = (tx: Queryable, { id, at }: { id: string; at: number | null }) =>
  tables(tx)
    .updateTable('version_move')
    .set({ canceled_at: at === null ? null : isoOf(at) })
    .where('id', '=', id)
    .execute();

const none: VersionMoveCounts = { total: 0, waiting: 0, moved: 0, stayed: 0, failed: 0, canceled: 0 };

/** How far each move is. */
export const countItems = async (
  db: Queryable,
  moveIds: readonly string[],
): Promise<ReadonlyMap<string, VersionMoveCounts>> => {
  const counts = new Map(moveIds.map((id) => [id, { ...none }]));
  if (moveIds.length === 0) return counts;
  const rows = await tables(db)
    .selectFrom('version_move_item')
    .select(['move_id', 'state', sql<number>`count(*)::integer`.as('items')])
    .where('move_id', 'in', [...moveIds])
    .groupBy(['move_id', 'state'])
    .execute();
  for (const { move_id: id, state, items } of rows) {
    const one = counts.get(id);
    if (one === undefined) continue;
    one[state as keyof VersionMoveCounts] += items;
    one.total += items;
  }
  return counts;
};
