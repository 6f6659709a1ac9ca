import { requireCorrector } from '@irisflow/access';
import { askEngine } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { requireJustification, type Justification } from '../justification.ts';
import { onRecord } from '../on-record.ts';
import { requireOwnInstance } from '../require-instance.ts';
import { requireState } from '../require-state.ts';
import type { UseCase } from '../surroundings.ts';
import { listMoves } from './list-moves.ts';

export interface MoveStep extends Justification {
  readonly processInstanceKey: string;
  /** What stands there now. */
  readonly elementInstanceKey: string;
  /** Where it goes on. */
  readonly elementId: string;
}

/** Lets a case go on at another step than the one it stands at; the applicant is told by which office and why. */
export const moveStep: UseCase<MoveStep, void> = async (surroundings, actor, input) => {
  const clerk = requireCorrector(actor);
  const { engine, taskBell } = surroundings;
  const { processInstanceKey, elementInstanceKey, elementId } = input;
  const own = await requireOwnInstance(surroundings, actor, processInstanceKey);
  const justification = requireJustification(input);
  requireState(own.instance, ['active']);
  const elements = await askEngine(engine.monitor.activeElements(processInstanceKey));
  const incidents = await askEngine(engine.monitor.incidents({ processInstanceKey }));
  const move = (await listMoves(surroundings, { own, elements, incidents })).find(
    ({ elementInstanceKey: each }) => each === elementInstanceKey,
  );
  if (move === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected to move ${elementInstanceKey}, but nothing movable stands there`);
  if (!move.ways.some((way) => way.elementId === elementId))
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a step that ${move.elementId} can go on at, but found ${elementId}`,
    );
  const repair = {
    action: 'step.moved',
    kind: 'move',
    object: `instance:${processInstanceKey}`,
    detail: { from: move.elementId, to: elementId },
    before: { element: move.elementId },
    after: { element: elementId },
    names: [],
  } as const;
  await onRecord(surroundings, { actor, clerk, own, justification, ...repair }, () =>
    engine.moveElement({ processInstanceKey, elementInstanceKey, elementId }),
  );
  taskBell.ring();
};
