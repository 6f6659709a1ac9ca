import type { ElementIndex, ExecutableElement, ExecutableProcess } from '../graph.ts';
import { elementAt, flowAt } from '../graph-access.ts';
import { linkTargets } from '../link-events.ts';
import type { Rule } from './rule.ts';

const entriesOf = (process: ExecutableProcess, scope: ExecutableElement): readonly ElementIndex[] => {
  if (!('children' in scope)) return [];
  if (scope.kind === 'adHocSubProcess') return scope.children;
  const starts = scope.children.filter((index) => elementAt(process, index).kind === 'startEvent');
  return [...starts, ...scope.eventSubProcesses];
};

const successorsOf = (
  process: ExecutableProcess,
  element: ExecutableElement,
  linkTarget: (thrower: ExecutableElement) => ElementIndex | null,
): readonly ElementIndex[] => {
  const link = linkTarget(element);
  return [
    ...element.outgoing.map((flow) => flowAt(process, flow).target),
    ...entriesOf(process, element),
    ...('boundaryEvents' in element ? element.boundaryEvents : []),
    ...(element.kind === 'boundaryEvent' && element.compensationHandler !== null ? [element.compensationHandler] : []),
    ...(link === null ? [] : [link]),
  ];
};

/** What no path leads to was drawn for nothing; only a hint, because a running instance can still be moved there. */
const unreachable: Rule = ({ process, report }) => {
  const linkTarget = linkTargets(process);
  const reached = new Set<ElementIndex>([0]);
  for (const index of reached) {
    for (const next of successorsOf(process, elementAt(process, index), linkTarget)) reached.add(next);
  }
  for (const { index, id, scope } of process.elements) {
    // Inside something unreachable, saying it once is enough.
    if (!reached.has(index) && (scope === null || reached.has(scope))) report('BPMN_ELEMENT_UNREACHABLE', id);
  }
};

export const reachabilityRules: readonly Rule[] = [unreachable];
