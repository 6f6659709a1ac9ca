import { elementAt, type ElementIndex, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';

import { ancestorsIn, predecessorsIn } from '../net/predecessors.ts';
import type { SoundnessFinding } from '../report.ts';
import type { ScopeView } from '../trace/scope-view.ts';
import { findingOf, pathTo } from './finding.ts';

const isReachedByToken = (element: ExecutableElement): boolean =>
  element.kind !== 'eventSubProcess' &&
  !('isForCompensation' in element && element.isForCompensation) &&
  !(element.kind === 'boundaryEvent' && element.event.kind === 'compensation');

const deadIn = ({ graph, scope, space }: ScopeView): readonly ElementIndex[] => {
  const element = elementAt(graph, scope);
  // Without all states nothing can be said of what was not seen, and an ad-hoc activity may be begun by name.
  if (!space.isComplete || element.kind === 'adHocSubProcess' || !('children' in element)) return [];
  return element.children.filter((child) => !space.alive.has(child) && isReachedByToken(elementAt(graph, child)));
};

interface Reading {
  readonly graph: ExecutableProcess;
  readonly views: readonly ScopeView[];
  /** Ids of elements that have been reported: what comes only after them goes without saying. */
  readonly blamed: ReadonlySet<string>;
}

/** Elements that no token can come to; of a row of them only the first. */
export const findNeverReached = ({ graph, views, blamed }: Reading): readonly SoundnessFinding[] => {
  const before = predecessorsIn(graph);
  const ancestorsOf = ancestorsIn(graph);
  return views.flatMap((view) => {
    const dead = new Set(deadIn(view));
    const reported = new Set([...dead].filter((element) => blamed.has(elementAt(graph, element).id)));
    const found: ElementIndex[] = [];
    const entries = [...dead].filter((element) => before(element).every((source) => !dead.has(source)));
    for (const element of [...entries, ...dead]) {
      const ancestors = ancestorsOf(element);
      if (reported.has(element) || [...reported].some((other) => ancestors.has(other))) continue;
      reported.add(element);
      found.push(element);
    }
    return found.map((element) => {
      const [source = element] = before(element);
      const path = pathTo(views, graph, source);
      return findingOf(graph, { code: 'SOUNDNESS_NEVER_REACHED', elements: [element], path });
    });
  });
};
