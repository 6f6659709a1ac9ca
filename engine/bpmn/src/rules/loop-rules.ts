import type { ElementIndex, ElementKind, ExecutableElement } from '../graph.ts';
import { elementAt, flowAt } from '../graph-access.ts';
import { linkTargets } from '../link-events.ts';
import type { Rule } from './rule.ts';
import { stronglyConnected } from './strongly-connected.ts';

const passThrough: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'manualTask',
  'undefinedTask',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
]);

/** Says whether a token goes through the element without waiting for anybody or computing anything. */
const passesThrough = (element: ExecutableElement): boolean => {
  if (element.listeners.length > 0) return false;
  if (element.kind === 'intermediateThrowEvent') return element.job === null && element.event.kind !== 'compensation';
  if (element.kind === 'intermediateCatchEvent') return element.event.kind === 'link';
  return passThrough.has(element.kind);
};

/** A circle in which nothing waits would never come to rest. */
const straightThroughLoops: Rule = ({ process, report }) => {
  const linkTarget = linkTargets(process);
  const next = (index: ElementIndex): readonly ElementIndex[] => {
    const element = elementAt(process, index);
    if (!passesThrough(element)) return [];
    const targets = element.outgoing.map((flow) => flowAt(process, flow).target);
    const link = element.kind === 'intermediateThrowEvent' ? linkTarget(element) : null;
    return (link === null ? targets : [...targets, link]).filter((target) => passesThrough(elementAt(process, target)));
  };
  for (const component of stronglyConnected(process.elements.length, next)) {
    const [first] = component;
    if (first === undefined || (component.length === 1 && !next(first).includes(first))) continue;
    const ids = component.map((index) => elementAt(process, index).id);
    report('BPMN_LOOP_WITHOUT_WAIT', elementAt(process, first).id, { elements: ids.slice(0, 10).join(', ') });
  }
};

export const loopRules: readonly Rule[] = [straightThroughLoops];
