import { elementAt, type ElementIndex } from '@irisflow/bpmn';
import { createElement } from '../run/create-element.ts';
import { startCatchEvent } from '../lifecycle/start-event.ts';
import type { Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { emit, enqueue, graphOf } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/** The start events of the event sub-processes of a scope. */
export const eventSubProcessStarts = (
  run: Run,
  eventSubProcesses: readonly ElementIndex[],
  scope: ElementInstance,
): readonly ElementIndex[] => {
  if (eventSubProcesses.length === 0) return eventSubProcesses;
  const graph = graphOf(run, scope.processInstanceKey);
  return eventSubProcesses.map((index) => {
    const element = elementAt(graph, index);
    return element.kind === 'eventSubProcess' ? element.startEvent : index;
  });
};

/** Starts the first path of a scope: at the event that triggered it, else at its start event. */
export const startScope = (run: Run, scope: ElementInstance, { at: start }: EffectOf<'startScope'>): void => {
  const { trigger } = scope;
  if (trigger !== null) {
    const catchElement = elementAt(graphOf(run, scope.processInstanceKey), trigger.catchElement);
    emit(run, { kind: 'triggerConsumed', key: scope.key });
    startCatchEvent(run, scope, { catchElement, variables: trigger.variables });
    return;
  }
  if (start === null) throw new RangeError(`Expected '${scope.elementId}' to have a start event, but it has none`);
  const { key } = createElement(run, { element: start, scope });
  enqueue(run, { do: 'activate', key });
};
