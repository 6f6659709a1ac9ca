import { elementAt, type ElementIndex, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';

/** An element with everything around it, from the inside out. */
const withScopes = (graph: ExecutableProcess, index: ElementIndex): readonly ElementIndex[] => {
  const around = [index];
  for (let { scope } = elementAt(graph, index); scope !== null; { scope } = elementAt(graph, scope)) around.push(scope);
  return around;
};

/** The scopes that a compensation throw event undoes: its own, and from an event sub-process also the one around. */
const undoneScopes = (graph: ExecutableProcess, thrower: ExecutableElement): readonly (ElementIndex | null)[] => {
  if (thrower.scope === null) return [];
  const scope = elementAt(graph, thrower.scope);
  return scope.kind === 'eventSubProcess' ? [scope.index, scope.scope] : [scope.index];
};

/** The compensation boundary events that some throw event of the process can trigger. */
export const compensatedBoundaries = (graph: ExecutableProcess): ReadonlySet<ElementIndex> => {
  const throwers = graph.elements.flatMap((element) =>
    (element.kind === 'endEvent' || element.kind === 'intermediateThrowEvent') && element.event.kind === 'compensation'
      ? { scopes: undoneScopes(graph, element), activity: element.event.activity }
      : [],
  );
  const triggered = graph.elements.filter((element) => {
    if (element.kind !== 'boundaryEvent' || element.event.kind !== 'compensation') return false;
    const around = withScopes(graph, element.attachedTo);
    return throwers.some(
      ({ scopes, activity }) =>
        around.some((scope) => scopes.includes(scope)) && (activity === null || around.includes(activity)),
    );
  });
  return new Set(triggered.map(({ index }) => index));
};
