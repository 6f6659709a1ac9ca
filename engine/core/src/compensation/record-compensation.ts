import { elementAt, type ElementIndex, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';
import type { ElementInstanceKey } from '@irisflow/protocol';
import type { Run } from '../run/behavior.ts';
import { outerTypeOf } from '../run/create-element.ts';
import { emit, enqueue, graphOf, scopeOf } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { localVariables } from '../variables/read-variables.ts';

/** A completed activity can be compensated from its scope from now on, and so can what completed inside it. */
export const recordCompensation = (run: Run, element: ExecutableElement, instance: ElementInstance): void => {
  const scope = scopeOf(run, instance);
  // Who undoes is not undone.
  if (scope === undefined || !('boundaryEvents' in element) || instance.compensatedBy !== null) return;
  const inner = instance.compensations ?? [];
  if (instance.type !== outerTypeOf(element)) {
    passOn(run, scope, instance);
    return;
  }
  const handler = handlerOf(graphOf(run, instance.processInstanceKey), element);
  if (handler === null && inner.length === 0) return;
  const key = run.desk.nextKey<'subscription'>();
  emit(run, {
    kind: 'compensationOpened',
    key: scope.key,
    subscription: {
      key,
      element: element.index,
      elementKey: instance.key,
      handler,
      variables: localVariables(instance),
      within: null,
    },
  });
  for (const subscription of inner) {
    emit(run, {
      kind: 'compensationOpened',
      key: scope.key,
      subscription: { ...subscription, within: subscription.within ?? key },
    });
  }
};

/** What completed inside an item of a loop belongs to the body. */
const passOn = (run: Run, body: ElementInstance, item: ElementInstance): void => {
  for (const subscription of item.compensations ?? []) {
    emit(run, { kind: 'compensationOpened', key: body.key, subscription });
  }
};

/** Who undoes an activity. */
export const handlerOf = (graph: ExecutableProcess, activity: ExecutableElement): ElementIndex | null => {
  if (!('boundaryEvents' in activity)) return null;
  for (const index of activity.boundaryEvents) {
    const boundary = elementAt(graph, index);
    if (boundary.kind === 'boundaryEvent' && boundary.event.kind === 'compensation')
      return boundary.compensationHandler;
  }
  return null;
};

/** The event that threw a compensation is interrupted: its handlers have nobody to report to. */
export const terminateHandlers = (run: Run, thrower: ElementInstance): void => {
  for (const { key, compensatedBy } of run.tree.elements.values()) {
    if (compensatedBy === thrower.key) enqueue(run, { do: 'terminate', key });
  }
};

/** A compensation handler ended: the event that threw the compensation goes on after the last one. */
export const handlerEnded = (run: Run, thrownBy: ElementInstanceKey): void => {
  for (const element of run.tree.elements.values()) if (element.compensatedBy === thrownBy) return;
  enqueue(run, { do: 'complete', key: thrownBy });
};
