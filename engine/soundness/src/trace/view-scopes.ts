import { elementAt, type ElementIndex, type EventSubProcessElement, type ExecutableProcess } from '@irisflow/bpmn';

import type { SoundnessStep } from '../report.ts';
import type { ScopeSpace } from '../space/explore-scope.ts';
import type { ThrowTrace } from '../throws/trace-throws.ts';
import type { Beginning, ScopeView } from './scope-view.ts';
import { stepsThrough, stepsTo } from './trace-steps.ts';

interface Scopes {
  readonly graph: ExecutableProcess;
  readonly spaces: ReadonlyMap<ElementIndex, ScopeSpace>;
  readonly throws: ThrowTrace;
  readonly compensated: ReadonlySet<ElementIndex>;
}

const tokensAfter = (steps: readonly SoundnessStep[], without: string | null): readonly string[] =>
  steps.at(-1)?.tokens.filter((id) => id !== without) ?? [];

/** A sub-process begins where a token came to it; while it runs, the tokens inside stand for it. */
const beginningOf = (view: ScopeView, child: ElementIndex): Beginning => {
  const arrival = view.space.reached.get(child);
  const steps = arrival === undefined ? view.beginning.steps : stepsThrough(view, arrival);
  return { steps, tokensAround: tokensAfter(steps, elementAt(view.graph, child).id) };
};

/** Whether the model or the world can trigger an event sub-process. */
export const canStart = (
  graph: ExecutableProcess,
  { caughtAt }: ThrowTrace,
  { startEvent }: EventSubProcessElement,
): boolean => {
  const start = elementAt(graph, startEvent);
  const isThrown = 'event' in start && (start.event.kind === 'error' || start.event.kind === 'escalation');
  return !isThrown || caughtAt.has(startEvent);
};

/** An event sub-process begins as soon as its scope has begun, or behind what throws to it. */
const beginningOfEvent = (scopes: Scopes, view: ScopeView, child: EventSubProcessElement): Beginning => {
  const throwers = [...scopes.throws.catchersOf].filter(([, catchers]) => catchers.includes(child.startEvent));
  const arrivals = throwers.flatMap(([thrower]) => view.space.reached.get(thrower) ?? []);
  const [arrival] = arrivals;
  const steps = arrival === undefined ? stepsTo(view, 0) : stepsThrough(view, arrival);
  return { steps, tokensAround: child.interrupting ? view.beginning.tokensAround : tokensAfter(steps, null) };
};

const childBeginning = (scopes: Scopes, view: ScopeView, index: ElementIndex): Beginning | null => {
  const child = elementAt(scopes.graph, index);
  if (child.kind === 'eventSubProcess') {
    return canStart(scopes.graph, scopes.throws, child) ? beginningOfEvent(scopes, view, child) : null;
  }
  const isHandler = [...scopes.compensated].some((boundary) => {
    const element = elementAt(scopes.graph, boundary);
    return element.kind === 'boundaryEvent' && element.compensationHandler === index;
  });
  return isHandler || view.space.alive.has(index) ? beginningOf(view, index) : null;
};

/** Every scope that can be active, from the outside in, with the way to it. */
export const viewScopes = (scopes: Scopes): readonly ScopeView[] => {
  const views: ScopeView[] = [];
  const add = (scope: ElementIndex, beginning: Beginning): void => {
    const space = scopes.spaces.get(scope);
    if (space !== undefined) views.push({ graph: scopes.graph, scope, space, beginning });
  };
  add(0, { steps: [], tokensAround: [] });
  for (const view of views) {
    const element = elementAt(scopes.graph, view.scope);
    const children = 'children' in element ? element.children : [];
    for (const index of children.filter((child) => scopes.spaces.has(child))) {
      const beginning = childBeginning(scopes, view, index);
      if (beginning !== null) add(index, beginning);
    }
  }
  return views;
};
