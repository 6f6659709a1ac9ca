import { actingFor, type Actor, appendAudit } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { requireMoverOf } from '../report/require-move.ts';
import { viewMove } from '../report/view-move.ts';
import { cancelItems, reviveItems } from '../storage/version-move-items.ts';
import { lockVersionMove, setCanceledAt } from '../storage/version-moves.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { VersionMoveView } from '../views/version-move.ts';

type ByMove = { readonly moveId: string };

interface Change extends ByMove {
  readonly actor: Actor;
  readonly action: 'versionMove.canceled' | 'versionMove.resumed';
  readonly change: (tx: Queryable) => Promise<unknown>;
}

const changeMove = async (
  surroundings: Surroundings,
  { actor, moveId, action, change }: Change,
): Promise<VersionMoveView> => {
  const { row } = await requireMoverOf(surroundings.database, actor, moveId);
  const acting = actingFor(surroundings, actor, 'versionMoves');
  await acting.database.transaction(async (tx) => {
    await lockVersionMove(tx, moveId);
    await change(tx);
    const { administration, procedure_key: procedure } = row;
    await appendAudit(acting, tx, {
      actor,
      action,
      object: `versionMove:${moveId}`,
      administration,
      detail: { procedure },
    });
  });
  return viewMove(acting.database, moveId);
};

/** Stops what has not begun. The case that is under way at this moment is finished. */
export const cancelMove: UseCase<ByMove, VersionMoveView> = (surroundings, actor, { moveId }) =>
  changeMove(surroundings, {
    actor,
    moveId,
    action: 'versionMove.canceled',
    change: async (tx) => {
      const at = surroundings.clock.now();
      await setCanceledAt(tx, { id: moveId, at });
      await cancelItems(tx, { moveId, at });
    },
  });

/** Tries again what stayed, failed or was stopped. */
export const resumeMove: UseCase<ByMove, VersionMoveView> = async (surroundings, actor, { moveId }) => {
  const view = await changeMove(surroundings, {
    actor,
    moveId,
    action: 'versionMove.resumed',
    change: async (tx) => {
      await setCanceledAt(tx, { id: moveId, at: null });
      await reviveItems(tx, { moveId, at: surroundings.clock.now() });
    },
  });
  surroundings.versionMoveBell.ring();
  return view;
};
