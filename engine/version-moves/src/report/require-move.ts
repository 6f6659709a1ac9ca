import type { Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { requireMover } from '../plan/require-movable.ts';
import { findVersionMove, type VersionMoveRow } from '../storage/version-moves.ts';

/** A move of a procedure that the actor may publish; the walls show them no other one. */
export const requireMoverOf = async (
  db: Queryable,
  actor: Actor,
  moveId: string,
): Promise<{ readonly row: VersionMoveRow }> => {
  const row = await findVersionMove(db, moveId);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected a move ${moveId}, but there is none`);
  await requireMover(db, actor, row.procedure_key);
  return { row };
};
