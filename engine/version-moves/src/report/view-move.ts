import { namesOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, instantOrNull, type LocalizedText } from '@irisflow/foundation';
import { requireMover } from '../plan/require-movable.ts';
import { listItems, type VersionMoveItemRow } from '../storage/version-move-items.ts';
import { countItems, findVersionMove, listVersionMoves, type VersionMoveRow } from '../storage/version-moves.ts';
import type { UseCase } from '../surroundings.ts';
import type {
  MovedCase,
  StepPlace,
  VersionMoveCounts,
  VersionMoveSummary,
  VersionMoveView,
} from '../views/version-move.ts';
import { whyOf } from '../views/reason-words.ts';
import { requireMoverOf } from './require-move.ts';

/** As many as a page shows. */
const SHOWN_MOVES = 50;
const SHOWN_CASES = 500;

const none: VersionMoveCounts = { total: 0, waiting: 0, moved: 0, stayed: 0, failed: 0, canceled: 0 };

const stateOf = ({ canceled_at: canceledAt }: VersionMoveRow, { waiting }: VersionMoveCounts) => {
  if (waiting > 0) return 'running';
  return canceledAt === null ? 'finished' : 'canceled';
};

const summaryOf = (
  row: VersionMoveRow,
  counts: VersionMoveCounts,
  names: ReadonlyMap<string, string>,
): VersionMoveSummary => ({
  id: row.id,
  from: row.from_versions as number[],
  to: row.to_version,
  reason: row.reason,
  startedAt: instantOf(row.started_at),
  startedBy: { id: row.started_by, name: names.get(row.started_by) ?? row.started_by },
  state: stateOf(row, counts),
  counts,
});

export const movedCase = (item: VersionMoveItemRow): MovedCase => {
  const reason = item.reason as MovedCase['reason'];
  return {
    caseId: item.case_id,
    reference: item.reference,
    version: item.from_version,
    state: item.state as MovedCase['state'],
    reason,
    why: reason === null ? null : whyOf(reason, item.subject as LocalizedText | null),
    settledAt: instantOrNull(item.settled_at),
  };
};

export const viewMove = async (db: Queryable, id: string): Promise<VersionMoveView> => {
  const row = await findVersionMove(db, id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected a move ${id}, but there is none`);
  const counts = (await countItems(db, [id])).get(id) ?? none;
  return {
    ...summaryOf(row, counts, await namesOf(db, [row.started_by])),
    places: row.places as StepPlace[],
    cases: (await listItems(db, id, SHOWN_CASES)).map(movedCase),
  };
};

export const getMove: UseCase<{ moveId: string }, VersionMoveView> = async (surroundings, actor, { moveId }) => {
  await requireMoverOf(surroundings.database, actor, moveId);
  return viewMove(surroundings.database, moveId);
};

/** The moves of a procedure, the newest first. */
export const listMoves: UseCase<{ key: string }, VersionMoveSummary[]> = async ({ database }, actor, { key }) => {
  await requireMover(database, actor, key);
  const rows = await listVersionMoves(database, { key, limit: SHOWN_MOVES });
  const counts = await countItems(
    database,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    database,
    rows.map(({ started_by: by }) => by),
  );
  return rows.map((row) => summaryOf(row, counts.get(row.id) ?? none, names));
};
