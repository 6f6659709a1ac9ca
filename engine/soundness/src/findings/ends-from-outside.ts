import { elementAt, type ElementIndex, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';

import { firingBoundaries } from '../net/boundary-events.ts';
import { enabledClusters } from '../space/enabled-moves.ts';
import type { ScopeSpace } from '../space/explore-scope.ts';
import { holds } from '../space/marking.ts';
import type { ThrowTrace } from '../throws/trace-throws.ts';
import type { ScopeView } from '../trace/scope-view.ts';
import { canStart } from '../trace/view-scopes.ts';

export interface EndingSurroundings {
  readonly throws: ThrowTrace;
  readonly spaces: ReadonlyMap<ElementIndex, ScopeSpace>;
}

const eventSubProcessesOf = (element: ExecutableElement): readonly ElementIndex[] =>
  'eventSubProcesses' in element ? element.eventSubProcesses : [];

/** Whether an event sub-process of the scope can interrupt it; one that has done so is not interrupted by its neighbors. */
const endsByEvent = (
  graph: ExecutableProcess,
  throws: ThrowTrace,
  scope: ExecutableElement,
  inside: ExecutableElement | null,
): boolean => {
  if (inside?.kind === 'eventSubProcess' && inside.interrupting) return false;
  return eventSubProcessesOf(scope).some((index) => {
    const event = elementAt(graph, index);
    return event.kind === 'eventSubProcess' && event.interrupting && canStart(graph, throws, event);
  });
};

/** Whether another path beside an active sub-process can end the scope around both. */
const endsBeside = ({ net, nodes }: ScopeSpace, inside: ElementIndex): boolean => {
  const active = net.places.flatMap(({ element, flow }, place) => (element === inside && flow === null ? place : []));
  return nodes.some(
    ({ marking }) =>
      active.some((place) => holds(marking, place)) &&
      enabledClusters(net, marking).some(({ moves }) =>
        moves.some(({ outcome, element }) => outcome !== 'goesOn' && element !== inside),
      ),
  );
};

/** Whether something around what goes on in a scope can end it: an event on a boundary, an event sub-process, another path. */
export const endsFromOutside = ({ graph, scope }: ScopeView, { throws, spaces }: EndingSurroundings): boolean => {
  let inside: ExecutableElement | null = null;
  for (let element = elementAt(graph, scope); ; element = elementAt(graph, element.scope)) {
    const space = spaces.get(element.index);
    if (endsByEvent(graph, throws, element, inside)) return true;
    if (firingBoundaries(graph, throws, element).some(({ interrupting }) => interrupting)) return true;
    if (inside !== null && space !== undefined && endsBeside(space, inside.index)) return true;
    if (element.scope === null) return false;
    inside = element;
  }
};
