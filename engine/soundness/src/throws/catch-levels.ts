import { elementAt, type ElementIndex, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';

const startsOf = (graph: ExecutableProcess, eventSubProcesses: readonly ElementIndex[]): readonly ElementIndex[] =>
  eventSubProcesses.map((index) => {
    const element = elementAt(graph, index);
    return element.kind === 'eventSubProcess' ? element.startEvent : index;
  });

/**
 * Who is asked to catch what an element throws, from the inside out: the event sub-processes of a scope, then its boundary.
 * What interrupted a scope is not caught by that scope again.
 */
export const catchLevels = function* (
  graph: ExecutableProcess,
  thrower: ExecutableElement,
): Generator<readonly ElementIndex[], void> {
  let isInterrupted = false;
  for (let element = thrower; ; element = elementAt(graph, element.scope)) {
    if ('eventSubProcesses' in element && !isInterrupted) yield startsOf(graph, element.eventSubProcesses);
    if ('boundaryEvents' in element) yield element.boundaryEvents;
    isInterrupted = element.kind === 'eventSubProcess' && element.interrupting;
    if (element.scope === null) return;
  }
};
