import type { EventDefinition, EventKind } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import type { Effect } from '../run/effect.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/** How an end event or an intermediate throw event lets its event happen. Evaluates first; the effect may not fail. */
export type ThrowBehavior<Definition extends EventDefinition> = (
  run: Run,
  definition: Definition,
  instance: ElementInstance,
) => Effect;

export type ThrowBehaviors = {
  readonly [Kind in EventKind]: ThrowBehavior<Extract<EventDefinition, { readonly kind: Kind }>>;
};
