import { administrationName, lockCase, recordOpening } from '@irisflow/casework';
import { requireReason } from '@irisflow/foundation';
import { changeRight, type RightVerb } from '../change/change-right.ts';
import { kindOf, stateOf } from '../change/right-kind.ts';
import type { UseCase } from '../surroundings.ts';
import type { RightView } from '../views/right.ts';
import { mayByHand, type OfRight, requireClerkRight, viewRight } from './read-right.ts';

export interface MoveByHand extends OfRight {
  /** One of the states to which the reader may move it. */
  readonly to: string;
  readonly effectiveOn?: string;
  readonly reason: string;
}

const verbs = { active: 'resume', suspended: 'suspend', ended: 'end' } as const satisfies Record<string, RightVerb>;

/** Moves a right to another state by hand, with a reason; its holder and its processes are told. */
export const moveRight: UseCase<MoveByHand, RightView> = async (surroundings, actor, input) => {
  const view = await surroundings.database.transaction(async (tx) => {
    const found = await requireClerkRight(tx, actor, input.rightId);
    const reason = requireReason(input.reason);
    const { clerk, right, row } = found;
    // The case first, as everybody locks it.
    await lockCase(tx, row.id);
    const kind = await kindOf(surroundings, tx, right);
    const { effect } = stateOf(kind, input.to);
    const { effectiveOn } = input;
    await changeRight(surroundings, {
      tx,
      cause: row,
      order: {
        verb: verbs[effect],
        rightId: right.id,
        state: input.to,
        reason,
        ...(effectiveOn === undefined ? {} : { effectiveOn }),
      },
      voice: { actor, author: clerk.person.id, name: administrationName },
      may: mayByHand(clerk),
    });
    await recordOpening(surroundings, tx, found);
    return viewRight(surroundings, tx, found);
  });
  surroundings.outboxBell.ring();
  return view;
};
