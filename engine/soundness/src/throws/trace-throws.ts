import {
  elementAt,
  expressionText,
  type ElementIndex,
  type ExecutableElement,
  type ExecutableProcess,
} from '@irisflow/bpmn';

import { catchLevels } from './catch-levels.ts';
import { thrownBy, type Thrown } from './thrown.ts';

/** Who catches what is thrown, as far as the model alone can tell. */
export interface ThrowTrace {
  /** The boundary events and start events that some thrower can reach. */
  readonly caughtAt: ReadonlySet<ElementIndex>;
  /** The catchers that a thrower of the model can reach. */
  readonly catchersOf: ReadonlyMap<ElementIndex, readonly ElementIndex[]>;
  /** The events that throw an error which nobody catches. */
  readonly uncaught: readonly ElementIndex[];
}

const isInterrupting = (catcher: ExecutableElement): boolean =>
  (catcher.kind === 'boundaryEvent' || catcher.kind === 'startEvent') && catcher.interrupting;

interface Catcher {
  readonly index: ElementIndex;
  /** Null catches every code. */
  readonly code: string | null;
}

const catchersAmong = (
  graph: ExecutableProcess,
  level: readonly ElementIndex[],
  kind: Thrown['kind'],
): readonly Catcher[] =>
  level.flatMap((index) => {
    const element = elementAt(graph, index);
    if (!('event' in element) || element.event.kind !== kind) return [];
    const code = element.event.code === null ? '' : expressionText(element.event.code);
    return { index, code: code === '' ? null : code };
  });

/** Of one level, who may get it and whether it then goes no further. */
const caughtIn = (catchers: readonly Catcher[], { code }: Thrown): { found: readonly Catcher[]; isFinal: boolean } => {
  const all = catchers.filter((catcher) => catcher.code === null);
  if (code === null) return { found: catchers, isFinal: all.length > 0 };
  const exact = catchers.filter((catcher) => catcher.code === code);
  const found = exact.length > 0 ? exact : all;
  return { found, isFinal: found.length > 0 };
};

const catchersFor = (graph: ExecutableProcess, thrower: ExecutableElement, thrown: Thrown): readonly ElementIndex[] => {
  const caught: ElementIndex[] = [];
  for (const level of catchLevels(graph, thrower)) {
    const { found, isFinal } = caughtIn(catchersAmong(graph, level, thrown.kind), thrown);
    caught.push(...found.map(({ index }) => index));
    if (isFinal) break;
  }
  return caught;
};

/** Follows every error and escalation of a process to those who catch it. */
export const traceThrows = (graph: ExecutableProcess): ThrowTrace => {
  const caughtAt = new Set<ElementIndex>();
  const catchersOf = new Map<ElementIndex, readonly ElementIndex[]>();
  const uncaught: ElementIndex[] = [];
  for (const element of graph.elements) {
    for (const thrown of thrownBy(element)) {
      const catchers = catchersFor(graph, element, thrown);
      for (const index of catchers) caughtAt.add(index);
      if (!thrown.isCertain) continue;
      catchersOf.set(element.index, catchers);
      if (thrown.kind === 'error' && catchers.length === 0) uncaught.push(element.index);
    }
  }
  return { caughtAt, catchersOf, uncaught };
};

/** Whether throwing ends the path of the thrower: always, never, or depending on a code that only running it would tell. */
export const leavesByThrowing = (
  graph: ExecutableProcess,
  trace: ThrowTrace,
  thrower: ExecutableElement,
): 'always' | 'maybe' | 'never' => {
  const [thrown] = thrownBy(thrower);
  if (thrown === undefined || !thrown.isCertain) return 'never';
  if (thrown.kind === 'error') return 'always';
  const catchers = (trace.catchersOf.get(thrower.index) ?? []).map((index) => elementAt(graph, index));
  if (!catchers.some(isInterrupting)) return 'never';
  return thrown.code === null ? 'maybe' : 'always';
};
