import { elementAt, flowAt, linkTargets, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';

/** From where a token can come to an element: over a flow, from the activity it is attached to, or through a link. */
export const predecessorsIn = (graph: ExecutableProcess): ((index: ElementIndex) => readonly ElementIndex[]) => {
  const linkOf = linkTargets(graph);
  const throwers = new Map<ElementIndex, ElementIndex[]>();
  for (const element of graph.elements) {
    const target = element.kind === 'intermediateThrowEvent' ? linkOf(element) : null;
    if (target !== null) throwers.set(target, [...(throwers.get(target) ?? []), element.index]);
  }
  return (index) => {
    const element = elementAt(graph, index);
    const sources = element.incoming.map((flow) => flowAt(graph, flow).source);
    if (element.kind === 'boundaryEvent') sources.push(element.attachedTo);
    return [...sources, ...(throwers.get(index) ?? [])];
  };
};

/** Every element from which a token can come to an element; looked up once each. */
export const ancestorsIn = (graph: ExecutableProcess): ((index: ElementIndex) => ReadonlySet<ElementIndex>) => {
  const before = predecessorsIn(graph);
  const known = new Map<ElementIndex, ReadonlySet<ElementIndex>>();
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const ancestors = new Set(before(index));
    for (const ancestor of ancestors) for (const source of before(ancestor)) ancestors.add(source);
    known.set(index, ancestors);
    return ancestors;
  };
};
